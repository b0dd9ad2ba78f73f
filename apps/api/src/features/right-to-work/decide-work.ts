import { randomUUID } from 'node:crypto'
import type { ContractKind } from '@terreau/domain/right-to-work/right-to-work'
import { openPoints } from '@terreau/domain/right-to-work/work-stop'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { personExists } from '../people/index.ts'
import { permitRows } from './permits.ts'
import { rightToWorkFor } from './right-to-work-for.ts'

interface Decided {
  personId: string
  contract: ContractKind
  on: LocalDate
  decision: 'may_work' | 'may_not_work'
  reason: string
}

/**
 * A person decides, with a reason, on the paper as it stands; a new paper asks for a new decision. Before a
 * hire nobody decides in the place of the préfet: the request and its answer, or its silence, come first.
 * A plain no of the texts, or of the préfet on this title, is no matter of opinion (L8251-1).
 */
export const decideWork = mutation<Decided, { id: string }>({
  access: 'permit.edit',
  async run(tx, ctx, input) {
    await personExists(tx, ctx, input.personId)
    const asked = { personId: input.personId, contractKind: input.contract, on: input.on }
    const answer = await rightToWorkFor(tx, ctx, asked)
    const { verdict, prefectureFirst, forbidden } = answer
    if (input.decision === 'may_work' && forbidden !== null) {
      const params = { articles: forbidden.article, kind: input.contract, on: input.on }
      throw new ProblemError('right-to-work-forbidden', params)
    }
    if (input.decision === 'may_work' && prefectureFirst !== null)
      throw new ProblemError('prefecture-comes-first', { articles: prefectureFirst.article })
    const [permit] = await permitRows(tx, ctx.cooperativeId, input.personId)
    const id = randomUUID()
    await tx
      .insertInto('workDecision')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        personId: input.personId,
        contractKind: input.contract,
        verdict,
        decision: input.decision,
        reason: input.reason,
        askedOn: input.on,
        openPoints: openPoints(answer).map(({ code }) => code),
        paperUntil: permit?.lastDay ?? null,
        permitId: permit?.id ?? null,
        decidedAt: ctx.now,
        decidedBy: userIdOf(ctx),
      })
      .execute()
    const entity = { kind: 'person', id: input.personId }
    const after = { contract: input.contract, decision: input.decision, verdict }
    return { value: { id }, audit: [{ action: 'work.decided', entity, after }] }
  },
})
