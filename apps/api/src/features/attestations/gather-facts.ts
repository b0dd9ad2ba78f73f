import type { IssuableKind } from '@terreau/domain/attestations/kinds'
import { earlierOf, type LocalDate, laterOf } from '@terreau/domain/time/local-date'
import {
  compareMonths,
  firstDay,
  lastDay,
  monthsBetween,
  type YearMonth,
} from '@terreau/domain/time/year-month'
import type { FactLine, FactMonth, MissingFact, Settlement } from '@terreau/protocol/attestations'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { capeEntryFacts, capePeriodFacts } from './cape-facts.ts'
import { capesOf } from './capes.ts'
import type { AttestationContent } from './contents.ts'
import { cesasOf, employmentFacts } from './employment-facts.ts'
import { blocking, type CapeFacts, type Facts, line, partyGaps, partyLines } from './fact-view.ts'
import {
  closedAmong,
  closedLinesOf,
  type MonthLine,
  openLinesOf,
  sumFigures,
} from './month-lines.ts'
import { type Parties, readPartiesOf } from './parties.ts'

/** Months offered on the page; older ones can still be asked for by their name. */
const MONTHS_OFFERED = 12

export interface FactsWanted {
  kind: IssuableKind
  personId: string
  months: readonly YearMonth[]
  /** Whether the first open month may be among them. */
  isProvisional: boolean
  /** What was paid at the end, for a settlement receipt; absent while it is only looked at. */
  settlement?: Settlement | undefined
}

export type Gathered = Facts & { parties: Parties }

/** Everything a certificate would print, read now; `content` is null while something blocks it. */
export async function gatherFacts(tx: Tx, ctx: Context, wanted: FactsWanted): Promise<Gathered> {
  const { personId, ...rest } = wanted
  const gathered = await gatherFactsOf(tx, ctx, { ...rest, personIds: [personId] })
  return found(gathered.get(personId))
}

/** The same for many people, read together; who is of another cooperative is not among them. */
export async function gatherFactsOf(
  tx: Tx,
  ctx: Context,
  wanted: Omit<FactsWanted, 'personId'> & { personIds: readonly string[] },
): Promise<Map<string, Gathered>> {
  const { personIds } = wanted
  const known = await readPartiesOf(tx, ctx.cooperativeId, personIds)
  const factsOf = await factsReader(tx, ctx, wanted)
  const gathered = new Map<string, Gathered>()
  for (const [personId, parties] of known) {
    const facts = await factsOf(personId)
    const lines = [...partyLines(parties), ...facts.lines].filter(isKnown)
    const missing = [...facts.missing, ...partyGaps(parties, lines)]
    const content = missing.some((gap) => gap.isBlocking) ? null : facts.content
    gathered.set(personId, { ...facts, lines, missing, content, parties })
  }
  return gathered
}

type FactsOf = (personId: string) => Facts | Promise<Facts>

/** Reads what a kind of certificate needs of all the people at once. */
async function factsReader(
  tx: Tx,
  ctx: Context,
  wanted: Omit<FactsWanted, 'personId'> & { personIds: readonly string[] },
): Promise<FactsOf> {
  const { cooperativeId, today } = ctx
  const { kind, personIds, isProvisional, settlement } = wanted
  if (kind === 'monthly_income') {
    const chosen = [...new Set(wanted.months)].sort(compareMonths)
    const open = isProvisional ? await openLinesOf(tx, cooperativeId, personIds) : new Map()
    const closed = await closedLinesOf(tx, cooperativeId, personIds)
    const capes = await capesOf(tx, cooperativeId, personIds)
    const closedMonths = await closedAmong(tx, cooperativeId, chosen)
    return (id) =>
      incomeFacts({
        chosen,
        known: [...(open.get(id) ?? []), ...(closed.get(id) ?? [])],
        capes: capes.get(id) ?? [],
        closedMonths,
      })
  }
  if (kind === 'cape_entry' || kind === 'cape_period') {
    const capes = await capesOf(tx, cooperativeId, personIds)
    const facts = kind === 'cape_entry' ? capeEntryFacts : capePeriodFacts
    return (id) => facts(capes.get(id) ?? [], today)
  }
  const contracts = await cesasOf(tx, cooperativeId, personIds)
  return (id) => employmentFacts(tx, ctx, { kind, contracts: contracts.get(id) ?? [], settlement })
}

interface IncomeSources {
  chosen: readonly YearMonth[]
  known: readonly MonthLine[]
  capes: readonly CapeFacts[]
  closedMonths: ReadonlySet<string>
}

function incomeFacts({ chosen, known, capes, closedMonths }: IncomeSources): Facts {
  const used = known.filter((one) => chosen.includes(one.month))
  const covering = used.map((one) => capeOf(capes, one))
  const missing = [
    ...choiceGaps(chosen, known),
    ...monthGaps(chosen, used, closedMonths),
    ...openGaps(used),
    ...used.flatMap((one, i) =>
      covering[i] === undefined ? [blocking('month-without-cape', one.month)] : [],
    ),
  ]
  const contracts = covering.filter((cape) => cape !== undefined)
  return {
    lines: periodLines(contracts, used),
    months: monthsToShow(chosen, known),
    missing,
    contractId: null,
    content: incomeContent(chosen, used, contracts),
  }
}

/** The contract under which a month was worked; the later one when two follow each other within it. */
function capeOf(capes: readonly CapeFacts[], worked: MonthLine): CapeFacts | undefined {
  return capes.findLast(
    (cape) =>
      cape.activityId === worked.activityId &&
      cape.startsOn <= lastDay(worked.month) &&
      cape.endsOn >= firstDay(worked.month),
  )
}

function choiceGaps(chosen: readonly YearMonth[], known: readonly MonthLine[]): MissingFact[] {
  if (!known.some(isOffered)) return [blocking('no-closed-month')]
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (first === undefined || last === undefined) return [blocking('no-month-chosen')]
  // The title says "from … to …": a hole in between would be read as certified.
  const isUnbroken = monthsBetween(first, last) === chosen.length - 1
  return isUnbroken ? [] : [blocking('months-not-contiguous')]
}

function monthGaps(
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

function periodLines(capes: readonly CapeFacts[], used: readonly MonthLine[]): FactLine[] {
  const first = capes[0]
  if (first === undefined) return []
  const { startsOn, endsOn } = datesOf(capes)
  const from = { source: 'contract', sourceId: first.id } as const
  const activity = used[0]?.activityId ?? first.activityId
  return [
    line('startsOn', 'date', startsOn, from),
    line('endsOn', 'date', endsOn, from),
    line('activity', 'text', activityNames(used), { source: 'activity', sourceId: activity }),
  ]
}

function monthsToShow(chosen: readonly YearMonth[], known: readonly MonthLine[]): FactMonth[] {
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
    }
  })
}

function incomeContent(
  chosen: readonly YearMonth[],
  used: readonly MonthLine[],
  capes: readonly CapeFacts[],
): AttestationContent | null {
  if (capes.length === 0) return null
  const months = chosen.map((month) => ({
    month,
    ...sumFigures(used.filter((one) => one.month === month)),
  }))
  const contract = { kind: 'CAPE', ...datesOf(capes) } as const
  const activity = activityNames(used)
  const isProvisional = used.some((one) => one.closing === null)
  const facts = { contract, activity, isProvisional, months, salaries: [] }
  return { kind: 'monthly_income', facts }
}

/** From the first day of the earliest contract of the period to the last day of the latest. */
function datesOf(capes: readonly CapeFacts[]): { startsOn: LocalDate; endsOn: LocalDate } {
  const [first, ...others] = capes
  if (first === undefined) throw new Error('a period has at least one contract')
  return others.reduce(
    (span, cape) => ({
      startsOn: earlierOf(span.startsOn, cape.startsOn),
      endsOn: laterOf(span.endsOn, cape.endsOn),
    }),
    { startsOn: first.startsOn, endsOn: first.endsOn },
  )
}

function activityNames(used: readonly MonthLine[]): string {
  return [...new Set(used.map((one) => one.activityName))].join(', ')
}

function isKnown(fact: FactLine): boolean {
  return fact.value !== ''
}
