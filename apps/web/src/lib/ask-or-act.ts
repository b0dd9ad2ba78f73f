import { type Api, call } from './api.ts'
import { problemOf } from './problem-error.ts'

type Proposal = Api['POST /approvals']['body']

/**
 * Acts; where the cooperative requires two persons, asks another one instead. Answers the id of the
 * demand, or null once the act is done.
 */
export async function askOrAct(
  act: () => Promise<unknown>,
  proposal: Proposal,
): Promise<string | null> {
  try {
    await act()
    return null
  } catch (error) {
    if (problemOf(error)?.code !== 'second-person-needed') throw error
    const { approvalId } = await call('POST /approvals', { body: proposal })
    return approvalId
  }
}
