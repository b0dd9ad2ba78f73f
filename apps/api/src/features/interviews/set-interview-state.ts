import type { InterviewState } from '@terreau/domain/interviews/support-interview'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refreshClocks } from '../clocks/index.ts'
import type { InterviewRow } from './queries.ts'

/** Moves a locked interview to a state that the domain allowed, and the clocks of its person with it. */
export async function setInterviewState(
  tx: Tx,
  ctx: Context,
  interview: InterviewRow,
  to: {
    state: InterviewState
    signedOn?: LocalDate | null
    paperDocumentId?: string | null
    paperReceivedBy?: string | null
  },
): Promise<void> {
  await tx
    .updateTable('supportInterview')
    .set({ ...to, version: interview.version + 1 })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', interview.id)
    .execute()
  await refreshClocks(tx, ctx, interview.personId)
}
