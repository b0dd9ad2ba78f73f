import { cents } from '@terreau/domain/money/cents'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { HostForm } from '@terreau/domain/tutoring/hosts'
import {
  isValuable,
  type MinutesToValue,
  type SkillLevel,
  type ValuationChoice,
  type ValuationMethod,
  valueMinutes,
} from '@terreau/domain/tutoring/valuation'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { methodOf, methodsNextTo } from './choose-method.ts'

/** Accounts of an association outside its result: time given, and where it comes from (ANC 2018-06). */
const USED = '864'
const RECEIVED = '875'

/**
 * The approved hours of volunteers of a structure in a year, valued as it chose. Read from months, so that
 * a hundred thousand sessions cost what a thousand do. Without a choice there is no value, only hours.
 */
export async function readValuation(tx: Tx, ctx: Context, of: { hostId: string; year: number }) {
  const host = await hostOf(tx, ctx, of.hostId)
  const row = await methodOf(tx, ctx, of)
  const { before } = await methodsNextTo(tx, ctx, of)
  const minutes = await minutesOf(tx, ctx, of)
  const choice = row === undefined ? null : choiceOf(row)
  // A minimum wage that is not known is worth no sum at all: zero would look like a value.
  const valued =
    choice !== null && minutes.every((line) => isValuable(line.month, choice.method))
      ? valueMinutes(minutes, choice)
      : null
  const totalCents = valued?.totalCents ?? null
  return {
    host,
    year: of.year,
    choice: row === undefined ? null : shownChoice(row),
    methodBefore: before,
    lines: minutes.map((line) => {
      const value = valued?.lines.find(
        (one) => one.month === line.month && one.level === line.level,
      )
      return {
        ...line,
        hourlyCents: value === undefined ? null : cents(value.hourlyCents),
        factorTenThousandths: value === undefined ? null : Number(value.factorTenThousandths),
        valueCents: value?.valueCents ?? null,
      }
    }),
    totalMinutes: minutes.reduce((total, line) => total + line.minutes, 0),
    totalCents,
    entries:
      totalCents === null
        ? []
        : [
            { account: USED, side: 'debit' as const, amountCents: totalCents },
            { account: RECEIVED, side: 'credit' as const, amountCents: totalCents },
          ],
  }
}

export type Valuation = Awaited<ReturnType<typeof readValuation>>

async function hostOf(tx: Tx, ctx: Context, hostId: string) {
  const host = await tx
    .selectFrom('hostStructure')
    .select(['id', 'name', 'form'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', hostId)
    .executeTakeFirst()
  const { form, ...named } = found(host)
  return { ...named, form: form as HostForm }
}

async function minutesOf(
  tx: Tx,
  ctx: Context,
  of: { hostId: string; year: number },
): Promise<(MinutesToValue & { sessions: number })[]> {
  const { rows } = await sql<{
    month: string
    level: SkillLevel
    sessions: number
    minutes: number
  }>`select m.month, m.level, m.sessions::float8 as sessions, m.minutes::float8 as minutes
      from terreau.volunteer_month m
     where m.cooperative_id = ${ctx.cooperativeId} and m.host_id = ${of.hostId}
       and m.month between ${`${of.year}-01`} and ${`${of.year}-12`} and m.sessions > 0
     order by m.month, m.level`.execute(tx)
  return rows.map((row) => ({ ...row, month: yearMonth(row.month) }))
}

type ChoiceRow = NonNullable<Awaited<ReturnType<typeof methodOf>>>

function shownChoice(row: ChoiceRow) {
  const { version, simple, skilled, expert, employerRateBp, reason, chosenAt } = row
  const levels =
    simple === null || skilled === null || expert === null ? null : { simple, skilled, expert }
  return {
    version,
    method: row.method as ValuationMethod,
    levels,
    employerRateBp,
    reason,
    chosenAt: chosenAt.toISOString(),
  }
}

function choiceOf(row: ChoiceRow): ValuationChoice {
  const { method, levels, employerRateBp } = shownChoice(row)
  if (method === 'smic') return { method }
  const perLevel = found(levels)
  return method === 'smic_by_level'
    ? { method, coefficientPermille: perLevel }
    : { method, hourlyCents: perLevel, employerRateBp: employerRateBp ?? 0n }
}
