import type { Tx } from './db/transaction.ts'
import { ProblemError } from './problem-error.ts'
import { openPublicCode } from './public-codes.ts'

type LinkKind = 'exit_survey' | 'tutoring_agreement' | 'tutoring_confirmation'

/**
 * A link that was mailed or shared with one person, who needs no account: about what, for whom, and how it
 * reached them. The transaction then sees the cooperative of the link. Throws `code-unknown`, `link-expired`.
 */
export async function openLink(
  tx: Tx,
  token: string,
  kind: LinkKind,
  { now, mayBeExpired = false }: { now: Date; mayBeExpired?: boolean | undefined },
) {
  const code = await openPublicCode(tx, token)
  const isOurs = code?.purpose === kind || code?.purpose === `${kind}_mailed`
  if (code === undefined || !isOurs || code.partyId === null) throw new ProblemError('code-unknown')
  const isExpired = code.expiresAt !== null && code.expiresAt <= now
  if (isExpired && !mayBeExpired) throw new ProblemError('link-expired')
  const channel = code.purpose === kind ? ('shared' as const) : ('mailed' as const)
  const { cooperativeId, targetId, partyId } = code
  return { cooperativeId, targetId, partyId, channel }
}
