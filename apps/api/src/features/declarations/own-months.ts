import { deadlineFor } from '@terreau/domain/declarations/deadline'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import {
  compareMonths,
  lastDay,
  monthOf,
  nextMonth,
  previousMonth,
  type YearMonth,
  yearMonth,
} from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { settingOn } from '../settings/index.ts'

/** One month of one activity that a contract covers. */
export interface DeclarableMonth {
  month: YearMonth
  /** The file that the contract is in: of two that were joined, each keeps its own declarations. */
  personId: string
  activityId: string
  activityName: string
  vatRateBp: number
  fiscalHorsepower: number | null
  contractId: string
}

interface CoveredActivity extends Omit<DeclarableMonth, 'month'> {
  from: YearMonth
  to: YearMonth | null
}

/** What a cooperative that decided nothing works with; each one may choose another day. */
const DEFAULT_DEADLINE_DAY = 5

/**
 * The months a person has declared or may declare, newest first. A month opens on the first day of the
 * next one; the months before the first one kept here are not asked for.
 */
export async function declarableMonths(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<DeclarableMonth[]> {
  const covered = await coveredActivities(tx, ctx, personId)
  const last = previousMonth(monthOf(ctx.today))
  const months = new Map<string, DeclarableMonth>()
  for (const { from, to, ...activity } of covered) {
    const end = to !== null && to < last ? to : last
    for (let month = from; month <= end; month = nextMonth(month)) {
      // Ordered by start: when two contracts meet within a month, the later one counts.
      months.set(`${month} ${activity.activityId}`, { month, ...activity })
    }
  }
  return [...months.values()].toSorted(
    (left, right) =>
      right.month.localeCompare(left.month) || left.activityName.localeCompare(right.activityName),
  )
}

/** The month asked for, or the refusal that says why it cannot be declared. */
export async function requireMonth(
  tx: Tx,
  ctx: Context,
  asked: { personId: string; month: YearMonth; activity?: string | undefined },
): Promise<DeclarableMonth> {
  if (asked.month >= monthOf(ctx.today)) {
    throw new ProblemError('declaration-month-not-open', { month: asked.month })
  }
  const months = await declarableMonths(tx, ctx, asked.personId)
  const found = months.find(
    ({ month, activityId }) =>
      month === asked.month && (asked.activity === undefined || activityId === asked.activity),
  )
  if (found === undefined) throw new ProblemError('no-contract-in-month', { month: asked.month })
  return found
}

/** The month that opens next for somebody under contract, and the day it does. */
export async function nextOpening(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<{ month: YearMonth; opensOn: LocalDate } | null> {
  const current = monthOf(ctx.today)
  const covered = await coveredActivities(tx, ctx, personId)
  const months = covered
    .map(({ from, to }) => ({ month: laterOf(from, current), to }))
    .filter(({ month, to }) => to === null || month <= to)
    .map(({ month }) => month)
    .toSorted()
  const [month] = months
  return month === undefined ? null : { month, opensOn: localDate(`${nextMonth(month)}-01`) }
}

/** The last day to declare a month, as the cooperative decided it. */
export async function deadlineOf(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<LocalDate> {
  const day = await settingOn(tx, cooperativeId, 'declaration_deadline_day', lastDay(month))
  return deadlineFor(month, Number(day ?? DEFAULT_DEADLINE_DAY))
}

async function coveredActivities(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<CoveredActivity[]> {
  const rows = await tx
    .selectFrom('contract as c')
    .innerJoin('activity as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'c.cooperativeId').onRef('a.id', '=', 'c.activityId'),
    )
    .innerJoin('cooperative as k', 'k.id', 'c.cooperativeId')
    .select(['c.id', 'c.personId', 'c.activityId', 'c.startsOn', 'c.endsOn', 'k.firstMonth'])
    .select(['a.name', 'a.vatRateBp', 'a.fiscalHorsepower'])
    .where('c.cooperativeId', '=', ctx.cooperativeId)
    .where('c.personId', 'in', fileIds(ctx.cooperativeId, personId))
    .where('c.state', '=', 'active')
    .orderBy('c.startsOn')
    .execute()
  return rows.map((row) => {
    const starts = monthOf(localDate(row.startsOn))
    const first = yearMonth(row.firstMonth)
    return {
      personId: row.personId,
      activityId: row.activityId,
      activityName: row.name,
      vatRateBp: row.vatRateBp,
      fiscalHorsepower: row.fiscalHorsepower,
      contractId: row.id,
      from: laterOf(starts, first),
      to: row.endsOn === null ? null : monthOf(localDate(row.endsOn)),
    }
  })
}

function laterOf(left: YearMonth, right: YearMonth): YearMonth {
  return compareMonths(left, right) >= 0 ? left : right
}
