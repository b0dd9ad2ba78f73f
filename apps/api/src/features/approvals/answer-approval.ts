import { type KeptProposal, keptProposal } from '@terreau/protocol/approvals'
import { z } from 'zod'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { fingerprintOf, type TwoPersonKind } from '../../platform/two-person-kind.ts'

type Kinds = readonly TwoPersonKind[]

/** Agrees and does the act, if it still is what was asked and what the person has seen. */
export const agreeToApproval = mutation<
  { approvalId: string; fingerprint: string; kinds: Kinds },
  void
>({
  access: 'approval.decide',
  async run(tx, ctx, { approvalId, fingerprint, kinds }) {
    const { row, kept, kind } = await lockWaiting(tx, ctx, approvalId, kinds)
    if (row.askedBy === userIdOf(ctx)) throw new ProblemError('approval-same-person')
    const now = fingerprintOf(kept, await kind.facts(tx, ctx, kept))
    if (now !== row.fingerprint || now !== fingerprint) throw new ProblemError('approval-outdated')
    const { audit, jobs } = await kind.carryOut(tx, ctx, kept)
    await answer(tx, ctx, { approvalId, state: 'agreed', reason: '' })
    const entity = { kind: 'approval', id: approvalId }
    const after = { act: row.act, target: row.target, askedBy: row.askedBy }
    const agreed = { action: 'approval.agreed', entity, after } as const
    return {
      value: undefined,
      audit: [agreed, ...(audit === 'unchanged' ? [] : audit)],
      ...(jobs === undefined ? {} : { jobs }),
    }
  },
})

/** Says no; whoever asked takes the demand back. Nothing is done, and it can be asked again. */
export const refuseApproval = mutation<{ approvalId: string; reason: string; kinds: Kinds }, void>({
  access: 'approval.decide',
  async run(tx, ctx, { approvalId, reason, kinds }) {
    const { row, kept, kind } = await lockWaiting(tx, ctx, approvalId, kinds)
    const state = row.askedBy === userIdOf(ctx) ? 'withdrawn' : 'refused'
    await kind.drop?.(tx, ctx, kept)
    await answer(tx, ctx, { approvalId, state, reason })
    const entity = { kind: 'approval', id: approvalId }
    const after = { act: row.act, target: row.target, reason }
    return { value: undefined, audit: [{ action: `approval.${state}`, entity, after }] }
  },
})

async function lockWaiting(
  tx: Tx,
  ctx: Context,
  approvalId: string,
  kinds: Kinds,
): Promise<{ row: Row; kept: KeptProposal; kind: TwoPersonKind }> {
  const row = found(
    await tx
      .selectFrom('approval')
      .select(['act', 'target', 'proposal', 'fingerprint', 'state', 'askedBy'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', approvalId)
      .forUpdate()
      .executeTakeFirst(),
  )
  if (row.state !== 'waiting') throw new ProblemError('approval-answered')
  const kind = kinds.find(({ act }) => act === row.act)
  if (kind === undefined) throw new Error(`no act is called ${row.act}`)
  return { row, kept: z.decode(keptProposal, row.proposal as z.input<typeof keptProposal>), kind }
}

interface Row {
  act: string
  target: string
  fingerprint: string
  askedBy: string
}

async function answer(
  tx: Tx,
  ctx: Context,
  of: { approvalId: string; state: 'agreed' | 'refused' | 'withdrawn'; reason: string },
): Promise<void> {
  await tx
    .updateTable('approval')
    .set({
      state: of.state,
      answeredBy: userIdOf(ctx),
      answeredAt: ctx.now,
      reason: of.reason,
    })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', of.approvalId)
    .execute()
}
