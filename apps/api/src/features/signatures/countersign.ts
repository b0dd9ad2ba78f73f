import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { type Effects, joined } from '../../platform/signable-kind.ts'
import { checkShown, checkSigning } from './code-signature.ts'
import { lockRequest } from './request-row.ts'
import { outcomeOf, signParty } from './sign-party.ts'

interface ToCountersign {
  signatureId: string
  /** Hexadecimal, of what the page showed. */
  documentSha256: string
}

/** The cooperative signs, one document or many, from the account of whoever may: all of them or none. */
export const countersign = mutation<{ signatures: readonly ToCountersign[] }, undefined>({
  access: 'signature.countersign',
  async run(tx, ctx, { signatures }) {
    // Two batches that overlap take their locks in one order.
    const inOrder = signatures.toSorted((left, right) =>
      left.signatureId < right.signatureId ? -1 : 1,
    )
    const parts: Effects[] = []
    for (const one of inOrder) parts.push(await countersignOne(tx, ctx, one))
    return outcomeOf(joined(...parts))
  },
})

async function countersignOne(
  tx: Tx,
  ctx: Context,
  { signatureId, documentSha256 }: ToCountersign,
): Promise<Effects> {
  const request = await lockRequest(tx, ctx, signatureId)
  const party = request.parties.find((each) => each.side === 'cooperative')
  if (party === undefined) throw new ProblemError('signature-not-your-turn')
  checkSigning(ctx, request, party)
  checkShown(request, documentSha256)
  await refuseWitness(tx, ctx, signatureId)
  if (ctx.actor.kind !== 'person') throw new Error('a person signs for the cooperative')
  const details = { route: 'account', typedName: ctx.actor.displayName } as const
  return signParty(tx, ctx, request, { party, act: 'sign', details })
}

/** Whoever attests that the person acted themselves is not also the other side of the document. */
async function refuseWitness(tx: Tx, ctx: Context, requestId: string): Promise<void> {
  const row = await tx
    .selectFrom('signatureAct')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', requestId)
    .where('act', '=', 'signed')
    .where('witnessId', '=', userIdOf(ctx))
    .executeTakeFirst()
  if (row !== undefined) throw new ProblemError('signature-witness-signs')
}
