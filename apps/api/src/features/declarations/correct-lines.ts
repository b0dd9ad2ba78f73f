import { transition } from '@terreau/domain/declarations/declaration'
import type { correctedLines } from '@terreau/protocol/declaration-views'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { lineViewsOf } from './line-views.ts'
import { type LockedDeclaration, lockDeclarations, setState } from './lock-declarations.ts'
import { receiptLineIds } from './receipts/receipt-queries.ts'
import { recordLines } from './record-declaration.ts'
import { readLines } from './typed/read-draft.ts'
import { vehiclesInMonth } from './vehicles/queries.ts'

interface Correction {
  declarationId: string
  reason: string
  lines: z.output<typeof correctedLines>
}

/** Staff correct the lines, with a reason. Before and after go to the journal, which the person can read. */
export const correctLines = mutation<Correction, { version: number }>({
  access: 'declaration.review',
  async run(tx, ctx, input) {
    const [declaration] = await lockDeclarations(tx, ctx, [input.declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    if (ctx.ifMatch !== declaration.version) throw new ProblemError('version-changed')
    const next = transition(declaration.state, 'correct')
    if (!next.ok) refuse(next.refusal)
    const before = await lineViewsOf(tx, ctx.cooperativeId, declaration.id)
    const { lines, problems } = readLines(
      input.lines,
      await readingContext(tx, ctx, declaration),
      '/body/lines',
    )
    if (problems.length > 0) {
      throw new ProblemError('declaration-lines-invalid', undefined, problems)
    }
    await recordLines(tx, ctx, declaration, lines)
    await setState(tx, ctx, declaration.id, declaration.state)
    const after = await lineViewsOf(tx, ctx.cooperativeId, declaration.id)
    return {
      value: { version: declaration.version + 1 },
      audit: [
        {
          action: 'declaration.corrected',
          entity: { kind: 'declaration', id: declaration.id },
          before: { ...before },
          after: { reason: input.reason, ...after },
        },
      ],
    }
  },
})

async function readingContext(tx: Tx, ctx: Context, declaration: LockedDeclaration) {
  const activity = await tx
    .selectFrom('activity')
    .select(['vatRateBp', 'fiscalHorsepower'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', declaration.activityId)
    .executeTakeFirstOrThrow()
  return {
    month: declaration.concernsMonth,
    activityVatRateBp: activity.vatRateBp,
    fiscalHorsepower: activity.fiscalHorsepower,
    vehicles: await vehiclesInMonth(tx, ctx.cooperativeId, {
      personId: declaration.personId,
      month: declaration.concernsMonth,
    }),
    receiptLineIds: await receiptLineIds(tx, ctx.cooperativeId, declaration.id),
  }
}
