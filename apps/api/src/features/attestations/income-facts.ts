import { compareDates, earlierOf, type LocalDate, laterOf } from '@terreau/domain/time/local-date'
import {
  compareMonths,
  firstDay,
  lastDay,
  monthOf,
  monthsBetween,
  type YearMonth,
} from '@terreau/domain/time/year-month'
import type { SalaryPayment } from '@terreau/pdf/documents/monthly-income-certificate/model'
import type { FactLine, FactMonth, MissingFact } from '@terreau/protocol/attestations'
import type { AttestationContent } from './contents.ts'
import { blocking, type Facts, line } from './fact-view.ts'
import { type MonthLine, sumFigures } from './month-lines.ts'

/** Months offered on the page; older ones can still be asked for by their name. */
const MONTHS_OFFERED = 12

/** A contract under which a month was worked: a CAPE without pay, or a CESA with its slips. */
interface IncomeContract {
  id: string
  kind: 'CAPE' | 'CESA'
  activityId: string
  startsOn: LocalDate
  endsOn: LocalDate | null
}

interface IncomeSources {
  chosen: readonly YearMonth[]
  known: readonly MonthLine[]
  contracts: readonly IncomeContract[]
  closedMonths: ReadonlySet<string>
  /** Slips of the person that were paid in the chosen months. */
  salaries: readonly SalaryPayment[]
  /** Chosen months in which the cooperative paid anybody, as far as files were imported. */
  paidMonths: ReadonlySet<string>
}

/** Both kinds in the order of their first day. */
export function incomeContracts(
  capes: readonly Omit<IncomeContract, 'kind'>[],
  cesas: readonly Omit<IncomeContract, 'kind'>[],
): IncomeContract[] {
  return [
    ...capes.map((one) => ({ ...one, kind: 'CAPE' as const })),
    ...cesas.map((one) => ({ ...one, kind: 'CESA' as const })),
  ].sort((left, right) => compareDates(left.startsOn, right.startsOn))
}

/**
 * What a certificate of activity and income would say. Under a CESA it lists the salaries by month of
 * payment (CSS R843-1), beside the account: a month in which no pay was imported for anybody is not
 * certified, because silence would read as no income.
 */
export function incomeFacts(sources: IncomeSources): Facts {
  const { chosen, known, closedMonths } = sources
  const used = known.filter((one) => chosen.includes(one.month))
  const covering = used.map((one) => contractOf(sources.contracts, one))
  const contracts = covering.filter((contract) => contract !== undefined)
  const missing = [
    ...choiceGaps(chosen, known),
    ...monthGaps(chosen, used, closedMonths),
    ...openGaps(used),
    ...used.flatMap((one, i) =>
      covering[i] === undefined ? [blocking('month-without-cape', one.month)] : [],
    ),
    ...kindGaps(contracts),
    ...(contracts.some((one) => one.kind === 'CESA') ? payGaps(sources) : []),
  ]
  return {
    lines: periodLines(contracts, used),
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

function payGaps({ chosen, salaries, paidMonths }: IncomeSources): MissingFact[] {
  return chosen
    .filter((month) => salaries.every((salary) => monthOf(salary.paidOn) !== month))
    .map((month) =>
      paidMonths.has(month)
        ? { code: 'no-pay-in-month', isBlocking: false, month, text: null }
        : blocking('pay-not-imported', month),
    )
}

/** The contract under which a month was worked; the later one when two follow each other within it. */
function contractOf(
  contracts: readonly IncomeContract[],
  worked: MonthLine,
): IncomeContract | undefined {
  return contracts.findLast(
    (one) =>
      one.activityId === worked.activityId &&
      one.startsOn <= lastDay(worked.month) &&
      (one.endsOn === null || one.endsOn >= firstDay(worked.month)),
  )
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
  closedMonths: ReadonlySet<string>,
): MissingFact[] {
  return chosen
    .filter((month) => !used.some((one) => one.month === month))
    .map((month) =>
      blocking(closedMonths.has(month) ? 'month-without-figures' : 'month-not-closed', month),
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

function periodLines(contracts: readonly IncomeContract[], used: readonly MonthLine[]): FactLine[] {
  const first = contracts[0]
  if (first === undefined) return []
  const { startsOn, endsOn } = datesOf(contracts)
  const from = { source: 'contract', sourceId: first.id } as const
  const activity = used[0]?.activityId ?? first.activityId
  return [
    line('startsOn', 'date', startsOn, from),
    line('endsOn', 'date', endsOn ?? '', from),
    line('activity', 'text', activityNames(used), { source: 'activity', sourceId: activity }),
  ]
}

export function monthsToShow({
  chosen,
  known,
  salaries,
}: Pick<IncomeSources, 'chosen' | 'known' | 'salaries'>): FactMonth[] {
  const offered = [...new Set(known.filter(isOffered).map((one) => one.month))]
  const shown = new Set([...chosen, ...offered.slice(0, MONTHS_OFFERED)])
  return [...shown].sort(compareMonths).map((month) => {
    const lines = known.filter((one) => one.month === month)
    const closing = lines[0]?.closing ?? null
    return {
      month,
      isChosen: chosen.includes(month),
      closing: closing && { version: closing.version, closedAt: closing.closedAt.toISOString() },
      figures: lines.length === 0 ? null : sumFigures(lines),
      salaries: salaries.filter((salary) => monthOf(salary.paidOn) === month),
    }
  })
}

function incomeContent(
  { chosen, salaries }: IncomeSources,
  used: readonly MonthLine[],
  contracts: readonly IncomeContract[],
): AttestationContent | null {
  const [first] = contracts
  if (first === undefined) return null
  const months = chosen.map((month) => ({
    month,
    ...sumFigures(used.filter((one) => one.month === month)),
  }))
  const contract = { kind: first.kind, ...datesOf(contracts) }
  const activity = activityNames(used)
  const isProvisional = used.some((one) => one.closing === null)
  const paid = first.kind === 'CESA' ? salaries : []
  return {
    kind: 'monthly_income',
    facts: { contract, activity, isProvisional, months, salaries: paid },
  }
}

/** From the first day of the earliest contract of the period to the last day of the latest, if it has one. */
function datesOf(contracts: readonly IncomeContract[]): {
  startsOn: LocalDate
  endsOn: LocalDate | null
} {
  const [first, ...others] = contracts
  if (first === undefined) throw new Error('a period has at least one contract')
  const later = (left: LocalDate | null, right: LocalDate | null) =>
    left === null || right === null ? null : laterOf(left, right)
  return others.reduce(
    (span, one) => ({
      startsOn: earlierOf(span.startsOn, one.startsOn),
      endsOn: later(span.endsOn, one.endsOn),
    }),
    { startsOn: first.startsOn, endsOn: first.endsOn },
  )
}

function activityNames(used: readonly MonthLine[]): string {
  return [...new Set(used.map((one) => one.activityName))].join(', ')
}
