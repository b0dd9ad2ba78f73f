import { type Run, runsOf } from '@terreau/domain/contracts/runs'
import { compareDates, type LocalDate } from '@terreau/domain/time/local-date'
import {
  compareMonths,
  firstDay,
  lastDay,
  monthOf,
  monthsBetween,
  previousMonth,
  type YearMonth,
} from '@terreau/domain/time/year-month'
import type { FactLine, FactMonth, MissingFact } from '@terreau/protocol/attestations'
import type { AttestationContent } from './contents.ts'
import { blocking, type Facts, line } from './fact-view.ts'
import { type MonthClosing, type MonthLine, sumFigures } from './month-lines.ts'
import { type PaidSalary, paymentOf } from './salaries-paid.ts'

/** Months offered on the page; older ones can still be asked for by their name. */
const MONTHS_OFFERED = 12

/** A contract under which a month was worked: a CAPE without pay, or a CESA with its slips. */
interface IncomeContract {
  id: string
  kind: 'CAPE' | 'CESA'
  activityId: string
  activityName: string
  startsOn: LocalDate
  endsOn: LocalDate | null
}

interface IncomeSources {
  chosen: readonly YearMonth[]
  known: readonly MonthLine[]
  contracts: readonly IncomeContract[]
  /** When each month that is chosen or that a salary was paid in was closed, as far as it is. */
  closings: ReadonlyMap<string, MonthClosing>
  /** Slips of the person, by the day of payment: those of the chosen months and of the months before today. */
  salaries: readonly PaidSalary[]
  /** Chosen months in which the cooperative paid anybody, as far as files were imported. */
  paidMonths: ReadonlySet<string>
}

/**
 * Both kinds in the order of their first day. The day on which the law ends a CESA without an associate (L7331-3)
 * is no term: beside a first day it would be read as one.
 */
export function incomeContracts(
  capes: readonly Omit<IncomeContract, 'kind'>[],
  cesas: readonly (Omit<IncomeContract, 'kind'> & { endsByLaw: boolean })[],
  today: LocalDate,
): IncomeContract[] {
  const isOpen = (cesa: { endsByLaw: boolean; endsOn: LocalDate | null }) =>
    cesa.endsByLaw && cesa.endsOn !== null && cesa.endsOn >= today
  return [
    ...capes.map((one) => ({ ...one, kind: 'CAPE' as const })),
    ...cesas.map((one) => ({
      ...one,
      kind: 'CESA' as const,
      endsOn: isOpen(one) ? null : one.endsOn,
    })),
  ].sort(inTime)
}

/**
 * What a certificate of activity and income would say. Under a CESA it lists the salaries by month of
 * payment (CSS R843-1), beside the account: a month in which no pay was imported for anybody is not
 * certified, because silence would read as no income.
 */
export function incomeFacts(sources: IncomeSources): Facts {
  const { chosen, known, closings } = sources
  const used = known.filter((one) => chosen.includes(one.month))
  const contractsIn = new Map(chosen.map((month) => [month, contractsOf(sources, month)]))
  const contracts = [...new Set([...contractsIn.values()].flat())].sort(inTime)
  const missing = [
    ...choiceGaps(chosen, known),
    ...monthGaps(chosen, used, closings).filter(({ code, month }) => {
      // An account at zero has no line: who left may be paid all the same.
      return code !== 'month-without-figures' || !isPaidIn(sources, month)
    }),
    ...openGaps(used),
    ...[...contractsIn].flatMap(([month, found]) =>
      found.length === 0 && used.some((one) => one.month === month)
        ? [blocking('month-without-cape', month)]
        : [],
    ),
    ...kindGaps(contracts),
    ...(contracts.some((one) => one.kind === 'CESA') ? payGaps(sources) : []),
  ]
  return {
    lines: periodLines(sources, used, contracts),
    months: monthsToShow(sources),
    missing,
    contractId: null,
    content: incomeContent(sources, used, contracts),
  }
}

/** One paper says one thing: that a contract is no employment, or that it is one. */
function kindGaps(contracts: readonly IncomeContract[]): MissingFact[] {
  const kinds = new Set(contracts.map((one) => one.kind))
  return kinds.size > 1 ? [blocking('months-of-two-contracts')] : []
}

function payGaps(sources: IncomeSources): MissingFact[] {
  return sources.chosen
    .filter((month) => !isPaidIn(sources, month))
    .map((month) =>
      sources.paidMonths.has(month) || isPayKnown(sources, month)
        ? { code: 'no-pay-in-month', isBlocking: false, month, text: null }
        : blocking('pay-not-imported', month),
    )
}

/**
 * Whether what a month could pay is known to have been paid in others: the work of the month before and its own,
 * as far as the person was employed. A cooperative that pays late may pay nobody in a month.
 */
function isPayKnown({ contracts, salaries }: IncomeSources, month: YearMonth): boolean {
  return [previousMonth(month), month].every(
    (worked) =>
      !contracts.some((one) => one.kind === 'CESA' && isWithin(one, worked)) ||
      salaries.some((salary) => salary.worked === worked),
  )
}

function isWithin({ startsOn, endsOn }: Run, month: YearMonth): boolean {
  return startsOn <= lastDay(month) && (endsOn === null || endsOn >= firstDay(month))
}

function isPaidIn({ salaries }: IncomeSources, month: string | null): boolean {
  return salaries.some((salary) => monthOf(salary.paidOn) === month)
}

/**
 * The contracts that a month is certified under, all of one kind. A salary makes it a month of the CESA, which may
 * have ended before: the month of payment counts. When one kind follows the other within the month, the later
 * counts. An account that goes on after its own contract is part of the month, whose contract is another one.
 */
function contractsOf(sources: IncomeSources, month: YearMonth): IncomeContract[] {
  const { contracts, known } = sources
  const begun = contracts.filter((one) => one.startsOn <= lastDay(month))
  const covering = begun.filter(
    (one) =>
      isWithin(one, month) &&
      known.some((each) => each.month === month && each.activityId === one.activityId),
  )
  const cesas = covering.filter((one) => one.kind === 'CESA')
  const capes = covering.filter((one) => one.kind === 'CAPE')
  if (isPaidIn(sources, month))
    return cesas.length > 0 ? cesas : begun.filter((one) => one.kind === 'CESA').slice(-1)
  const isAfter = (cape: IncomeContract) =>
    cesas.every((cesa) => cesa.endsOn !== null && cesa.endsOn < cape.startsOn)
  return capes.some(isAfter) ? capes : cesas
}

function inTime(left: IncomeContract, right: IncomeContract): number {
  return compareDates(left.startsOn, right.startsOn)
}

export function choiceGaps(
  chosen: readonly YearMonth[],
  known: readonly MonthLine[],
): MissingFact[] {
  if (!known.some(isOffered)) return [blocking('no-closed-month')]
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (first === undefined || last === undefined) return [blocking('no-month-chosen')]
  // The title says "from … to …": a hole in between would be read as certified.
  const isUnbroken = monthsBetween(first, last) === chosen.length - 1
  return isUnbroken ? [] : [blocking('months-not-contiguous')]
}

export function monthGaps(
  chosen: readonly YearMonth[],
  used: readonly MonthLine[],
  closings: ReadonlyMap<string, MonthClosing>,
): MissingFact[] {
  return chosen
    .filter((month) => !used.some((one) => one.month === month))
    .map((month) =>
      blocking(closings.has(month) ? 'month-without-figures' : 'month-not-closed', month),
    )
}

function openGaps(used: readonly MonthLine[]): MissingFact[] {
  return used
    .filter((one) => one.closing === null)
    .map(({ month, isAccepted }) =>
      isAccepted
        ? { code: 'provisional', isBlocking: false, month, text: null }
        : blocking('month-not-accepted', month),
    )
}

function isOffered(one: MonthLine): boolean {
  return one.isAccepted
}

function periodLines(
  sources: IncomeSources,
  used: readonly MonthLine[],
  contracts: readonly IncomeContract[],
): FactLine[] {
  const first = contracts[0]
  if (first === undefined) return []
  const { startsOn, endsOn } = heldFrom(sources, contracts)
  const from = { source: 'contract', sourceId: first.id } as const
  const activity = used[0]?.activityId ?? first.activityId
  return [
    line('startsOn', 'date', startsOn, from),
    line('endsOn', 'date', endsOn ?? '', from),
    line('activity', 'text', activityNames(used, contracts), {
      source: 'activity',
      sourceId: activity,
    }),
  ]
}

export function monthsToShow({
  chosen,
  known,
  salaries,
  closings,
}: Pick<IncomeSources, 'chosen' | 'known' | 'salaries' | 'closings'>): FactMonth[] {
  const paid = salaries.map((salary) => monthOf(salary.paidOn)).filter((one) => closings.has(one))
  const offered = [...new Set([...known.filter(isOffered).map((one) => one.month), ...paid])]
  const newest = offered.sort(compareMonths).slice(-MONTHS_OFFERED)
  const shown = new Set([...chosen, ...newest])
  return [...shown].sort(compareMonths).map((month) => {
    const lines = known.filter((one) => one.month === month)
    const closing = lines.length === 0 ? closings.get(month) : lines[0]?.closing
    const isEmpty = lines.length === 0 && !paid.includes(month)
    return {
      month,
      isChosen: chosen.includes(month),
      closing: closing
        ? { version: closing.version, closedAt: closing.closedAt.toISOString() }
        : null,
      figures: isEmpty ? null : sumFigures(lines),
      salaries: salaries.filter((salary) => monthOf(salary.paidOn) === month).map(paymentOf),
    }
  })
}

function incomeContent(
  sources: IncomeSources,
  used: readonly MonthLine[],
  contracts: readonly IncomeContract[],
): AttestationContent | null {
  const { chosen, salaries } = sources
  const [first] = contracts
  if (first === undefined) return null
  const months = chosen.map((month) => ({
    month,
    ...sumFigures(used.filter((one) => one.month === month)),
  }))
  const contract = { kind: first.kind, ...heldFrom(sources, contracts) }
  const activity = activityNames(used, contracts)
  const isProvisional = used.some((one) => one.closing === null)
  const paid =
    first.kind === 'CESA'
      ? salaries.filter((salary) => chosen.includes(monthOf(salary.paidOn))).map(paymentOf)
      : []
  return {
    kind: 'monthly_income',
    facts: { contract, activity, isProvisional, months, salaries: paid },
  }
}

/**
 * Since when and until when the person is or was under contracts of this kind without a break: a renewal that
 * follows the chosen months goes on with them.
 */
function heldFrom({ contracts: all }: IncomeSources, contracts: readonly IncomeContract[]): Run {
  const kinds = new Set(contracts.map((one) => one.kind))
  const runs = runsOf(all.filter((one) => kinds.has(one.kind)))
  const held = runs.filter((run) =>
    contracts.some(
      ({ startsOn }) => startsOn >= run.startsOn && (run.endsOn === null || startsOn <= run.endsOn),
    ),
  )
  const [first, last] = [held[0], held.at(-1)]
  if (first === undefined || last === undefined)
    throw new Error('a period has at least one contract')
  return { startsOn: first.startsOn, endsOn: last.endsOn }
}

function activityNames(used: readonly MonthLine[], contracts: readonly IncomeContract[]): string {
  const names = used.length > 0 ? used : contracts
  return [...new Set(names.map((one) => one.activityName))].join(', ')
}
