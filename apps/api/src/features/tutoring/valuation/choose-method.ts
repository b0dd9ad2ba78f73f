import {
  methodKept,
  SKILL_LEVELS,
  type SkillLevel,
  type ValuationMethod,
} from '@terreau/domain/tutoring/valuation'
import { sql } from 'kysely'
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
 * Records how an association values the time it is given in a year. A new choice is a new version; what it
 * changes needs its reason, since the annex of the accounts has to say it. The same choice twice is one.
 */
export const chooseMethod = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { hostId, year, levels, ...choice }: Choice) {
    await requireHost(tx, ctx, hostId)
    await sql`select pg_advisory_xact_lock(hashtextextended('valuation:' || ${hostId}, 0))`.execute(
      tx,
    )
    if ((choice.method === 'smic') !== (levels === null)) throw atField('levels')
    if ((choice.method === 'replacement') !== (choice.employerRateBp !== null))
      throw atField('employerRateBp')
    const standing = await methodOf(tx, ctx, { hostId, year })
    if (standing && isSame(standing, { levels, ...choice }))
      return { value: undefined, audit: 'unchanged' }
    const nextTo = await methodsNextTo(tx, ctx, { hostId, year })
    const kept = methodKept(choice.method, {
      nextTo: [nextTo.before, nextTo.after].filter((one) => one !== null),
      isReplaced: standing !== undefined,
      reason: choice.reason,
    })
    if (!kept.ok) throw atField('reason', kept.refusal.code)
    const version = (standing?.version ?? 0) + 1
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

/** The methods of the nearest years before and after that have one. */
export async function methodsNextTo(
  tx: Tx,
  ctx: Context,
  of: { hostId: string; year: number },
): Promise<{ before: ValuationMethod | null; after: ValuationMethod | null }> {
  const choices = () =>
    tx
      .selectFrom('valuationChoice')
      .select('method')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('hostId', '=', of.hostId)
      .limit(1)
  const before = await choices()
    .where('year', '<', of.year)
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const after = await choices()
    .where('year', '>', of.year)
    .orderBy('year')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const methodIn = (row: typeof before) => (row?.method ?? null) as ValuationMethod | null
  return { before: methodIn(before), after: methodIn(after) }
}

function isSame(
  standing: NonNullable<Awaited<ReturnType<typeof methodOf>>>,
  { method, levels, employerRateBp, reason }: Omit<Choice, 'hostId' | 'year'>,
): boolean {
  return (
    standing.method === method &&
    SKILL_LEVELS.every((level) => standing[level] === (levels?.[level] ?? null)) &&
    standing.employerRateBp === employerRateBp &&
    standing.reason === reason
  )
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
