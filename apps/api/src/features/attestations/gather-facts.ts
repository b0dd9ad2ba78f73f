import type { IssuableKind } from '@terreau/domain/attestations/kinds'
import { compareMonths, monthOf, type YearMonth } from '@terreau/domain/time/year-month'
import type { Settlement } from '@terreau/protocol/attestation-settlement'
import type { FactLine } from '@terreau/protocol/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import {
  type AttendanceRow,
  attendanceFacts,
  attendancesOf,
  isAttendanceOpen,
} from './attendance-facts.ts'
import { capeEntryFacts, capePeriodFacts } from './cape-facts.ts'
import { capesOf } from './capes.ts'
import { cesasOf, employmentFacts } from './employment-facts.ts'
import { type Facts, partyGaps, partyLines } from './fact-view.ts'
import { incomeContracts, incomeFacts } from './income-facts.ts'
import { type JoinedFiles, joinedFiles, rowsOfFile } from './joined-files.ts'
import { closedAmong, closedLinesOf, type MonthLine, openLinesOf } from './month-lines.ts'
import { type Parties, readPartiesOf } from './parties.ts'
import { salariesPaid } from './salaries-paid.ts'
import { statementFacts } from './statement-facts.ts'

export interface FactsWanted {
  kind: IssuableKind
  personId: string
  months: readonly YearMonth[]
  /** Whether the first open month may be among them. */
  isProvisional: boolean
  /** Language of a statement's lines, which are archived as they are printed. */
  locale?: Locale | undefined
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
  const known = await readPartiesOf(tx, ctx, personIds)
  if (known.size === 0) return new Map()
  const files = await joinedFiles(tx, ctx.cooperativeId, personIds)
  const factsOf = await factsReader(tx, ctx, wanted, files)
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
  wanted: Omit<FactsWanted, 'personId'>,
  files: JoinedFiles,
): Promise<FactsOf> {
  const { cooperativeId, today } = ctx
  const { kind, isProvisional, settlement } = wanted
  const personIds = [...files.values()].flat()
  const monthsOf = (rows: ReadonlyMap<string, MonthLine[]>) => rowsOfFile(files, rows, newestMonth)
  if (kind === 'monthly_income') {
    const chosen = [...new Set(wanted.months)].sort(compareMonths)
    const open = monthsOf(
      isProvisional ? await openLinesOf(tx, cooperativeId, personIds) : new Map(),
    )
    const closed = monthsOf(await closedLinesOf(tx, cooperativeId, personIds))
    const capes = rowsOfFile(files, await capesOf(tx, cooperativeId, personIds), firstStart)
    const cesas = rowsOfFile(files, await cesasOf(tx, cooperativeId, personIds), firstStart)
    const paid = await salariesPaid(tx, ctx, personIds, chosen)
    const paidMonths = [...paid.of.values()].flat().map((salary) => monthOf(salary.paidOn))
    const closings = await closedAmong(tx, cooperativeId, [...new Set([...chosen, ...paidMonths])])
    const salaries = rowsOfFile(files, paid.of, (left, right) => inOrder(left.paidOn, right.paidOn))
    return (id) =>
      incomeFacts({
        chosen,
        known: [...open(id), ...closed(id)],
        contracts: incomeContracts(capes(id), cesas(id), today),
        closings,
        salaries: salaries(id),
        paidMonths: paid.months,
      })
  }
  if (kind === 'attendance') {
    const chosen = [...new Set(wanted.months)].sort(compareMonths)
    const isOpen = await isAttendanceOpen(tx, ctx)
    const known = rowsOfFile(
      files,
      isOpen ? await attendancesOf(tx, ctx, personIds) : new Map<string, AttendanceRow[]>(),
      (left, right) => inOrder(left.on, right.on),
    )
    return (id) => attendanceFacts(known(id), { isOpen, chosen, today, personId: id })
  }
  if (kind === 'account_statement') {
    const chosen = [...new Set(wanted.months)].sort(compareMonths)
    const open = monthsOf(
      isProvisional ? await openLinesOf(tx, cooperativeId, personIds) : new Map(),
    )
    const closed = monthsOf(await closedLinesOf(tx, cooperativeId, personIds))
    const closings = await closedAmong(tx, cooperativeId, chosen)
    const locale = wanted.locale ?? ctx.locale
    return (id) => {
      const known = [...open(id), ...closed(id)]
      return statementFacts(tx, { cooperativeId, locale, chosen, known, closings })
    }
  }
  if (kind === 'cape_entry' || kind === 'cape_period') {
    const capes = rowsOfFile(files, await capesOf(tx, cooperativeId, personIds), firstStart)
    const facts = kind === 'cape_entry' ? capeEntryFacts : capePeriodFacts
    return (id) => facts(capes(id), today)
  }
  const contracts = rowsOfFile(files, await cesasOf(tx, cooperativeId, personIds), firstStart)
  return (id) => employmentFacts(tx, ctx, { kind, contracts: contracts(id), settlement })
}

function isKnown(fact: FactLine): boolean {
  return fact.value !== ''
}

function inOrder(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}

function newestMonth(left: MonthLine, right: MonthLine): number {
  return compareMonths(right.month, left.month)
}

function firstStart(left: { startsOn: string }, right: { startsOn: string }): number {
  return inOrder(left.startsOn, right.startsOn)
}
