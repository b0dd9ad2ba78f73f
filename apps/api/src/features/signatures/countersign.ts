import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Outcome } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { checkShown, checkSigning } from './code-signature.ts'
import type { RequestRow } from './request-row.ts'
import { outcomeOf, signParty } from './sign-party.ts'

/** The cooperative signs from the account of whoever may; the caller has checked that permission. */
export async function countersign(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  documentSha256: string,
): Promise<Outcome<undefined>> {
  const party = found(request.parties.find((each) => each.side === 'cooperative'))
  checkSigning(ctx, request, party)
  checkShown(request, documentSha256)
  if (ctx.actor.kind !== 'person') throw new Error('a person signs for the cooperative')
  const details = { route: 'account', typedName: ctx.actor.displayName } as const
  return outcomeOf(await signParty(tx, ctx, request, { party, act: 'sign', details }))
}
