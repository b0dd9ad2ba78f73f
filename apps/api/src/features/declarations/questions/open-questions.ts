import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { cancelMails } from '../../../platform/mail/queue-mail.ts'
import { setState } from '../lock-declarations.ts'

/** Back to the queue once nothing is asked any more. */
export async function settleState(
  tx: Tx,
  ctx: Context,
  declaration: { id: string; state: string },
): Promise<'submitted' | 'question'> {
  const open = await tx
    .selectFrom('question')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('declarationId', '=', declaration.id)
    .where('answer', 'is', null)
    .where('withdrawnAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const state = open === undefined ? 'submitted' : 'question'
  await setState(tx, ctx, declaration.id, state)
  return state
}

/** Nothing is asked any more about a declaration that is given back: its author changes it as a whole. */
export async function withdrawOpenQuestions(
  tx: Tx,
  ctx: Context,
  declarationId: string,
): Promise<void> {
  const withdrawn = await tx
    .updateTable('question')
    .set({ withdrawnAt: ctx.now })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('declarationId', '=', declarationId)
    .where('answer', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('mailId')
    .execute()
  const mailIds = withdrawn.flatMap((question) => question.mailId ?? [])
  if (mailIds.length > 0) await cancelMails(tx, ctx, mailIds)
}

/** The questions that were withdrawn with it stand again. */
export async function reopenQuestions(
  tx: Tx,
  ctx: Context,
  declarationId: string,
  withdrawnAt: Date,
): Promise<void> {
  await tx
    .updateTable('question')
    .set({ withdrawnAt: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('declarationId', '=', declarationId)
    .where('withdrawnAt', '=', withdrawnAt)
    .execute()
}
