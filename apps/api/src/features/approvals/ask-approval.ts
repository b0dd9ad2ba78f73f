import { randomUUID } from 'node:crypto'
import { canAny } from '@terreau/domain/access/permissions'
import { TWO_PERSON_ACTS } from '@terreau/domain/access/two-persons'
import { type AskedProposal, keptProposal } from '@terreau/protocol/approvals'
import { z } from 'zod'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { fingerprintOf, type TwoPersonKind } from '../../platform/two-person-kind.ts'
import { areTwoRequired } from '../settings/index.ts'

/** Asks another person to agree. What could not be done anyway is refused at once, and nothing waits. */
export const askApproval = mutation<
  { kind: TwoPersonKind; asked: AskedProposal },
  { approvalId: string }
>({
  access: 'approval.decide',
  async run(tx, ctx, { kind, asked }) {
    const mayAsk = ctx.actor.kind === 'person' && canAny(ctx.actor.roles, TWO_PERSON_ACTS[kind.act])
    if (!mayAsk) throw new ProblemError('forbidden')
    if (!(await areTwoRequired(tx, ctx))) throw new ProblemError('second-person-not-needed')
    const { kept, target, personId } = await kind.propose(tx, ctx, asked)
    const approvalId = randomUUID()
    const inserted = await tx
      .insertInto('approval')
      .values({
        cooperativeId: ctx.cooperativeId,
        id: approvalId,
        act: kind.act,
        target,
        personId,
        proposal: JSON.stringify(z.encode(keptProposal, kept)),
        fingerprint: fingerprintOf(kept, await kind.facts(tx, ctx, kept)),
        askedBy: userIdOf(ctx),
        askedAt: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted === undefined) throw new ProblemError('approval-waiting')
    const entity = { kind: 'approval', id: approvalId }
    const after = { act: kind.act, target }
    return { value: { approvalId }, audit: [{ action: 'approval.asked', entity, after }] }
  },
})
