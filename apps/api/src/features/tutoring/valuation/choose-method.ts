import {
  methodKept,
  type SkillLevel,
  type ValuationMethod,
} from '@terreau/domain/tutoring/valuation'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { deciderId } from '../own-hours.ts'

interface Choice {
  hostId: string
  year: number
  method: ValuationMethod
  levels: Readonly<Record<SkillLevel, bigint>> | null
  employerRateBp: bigint | null
  reason: string
}

/**
 * Records how an association values the time it is given in a year. A new choice is a new version; another
 * method than the year before needs its reason, since the annex of the accounts has to say it.
 */
export const chooseMethod = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { hostId, year, levels, ...choice }: Choice) {
    await requireHost(tx, ctx, hostId)
    const yearBefore = (await methodOf(tx, ctx, { hostId, year: year - 1 }))?.method ?? null
    const kept = methodKept(choice.method, {
      yearBefore: yearBefore as ValuationMethod | null,
      reason: choice.reason,
    })
    if (!kept.ok) throw atField('reason', kept.refusal.code)
    if ((choice.method === 'smic') !== (levels === null)) throw atField('levels')
    if ((choice.method === 'replacement') !== (choice.employerRateBp !== null))
      throw atField('employerRateBp')
    const version = ((await methodOf(tx, ctx, { hostId, year }))?.version ?? 0) + 1
    await tx
      .insertInto('valuationChoice')
      .values({
        cooperativeId: ctx.cooperativeId,
        hostId,
        year,
        version,
        ...choice,
        simple: levels?.simple ?? null,
        skilled: levels?.skilled ?? null,
        expert: levels?.expert ?? null,
        chosenAt: ctx.now,
        chosenBy: deciderId(ctx),
      })
      .execute()
    const after = { year, version, method: choice.method }
    return {
      value: undefined,
      audit: [{ action: 'valuation.chosen', entity: { kind: 'host', id: hostId }, after }],
    }
  },
})

/** The choice that stands for a year, if one was made. */
export function methodOf(tx: Tx, ctx: Context, of: { hostId: string; year: number }) {
  return tx
    .selectFrom('valuationChoice')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('hostId', '=', of.hostId)
    .where('year', '=', of.year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function requireHost(tx: Tx, ctx: Context, hostId: string): Promise<void> {
  const host = await tx
    .selectFrom('hostStructure')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', hostId)
    .executeTakeFirst()
  found(host)
}

function atField(
  field: string,
  code: 'valuation-reason-missing' | 'valuation-choice-incomplete' = 'valuation-choice-incomplete',
): ProblemError {
  return new ProblemError(code, undefined, [{ pointer: `/body/${field}`, code }])
}
