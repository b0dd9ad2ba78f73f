import {
  isSharedServicesNature,
  monthsOfYear,
  SHARED_SERVICES_NATURES,
  type SharedServicesNature,
  sharedServicesAccount,
  whatStopsGiving,
} from '@terreau/domain/ledger/shared-services'
import { type Cents, cents, sumCents, ZERO } from '@terreau/domain/money/cents'
import type { FinancialYear } from '@terreau/domain/pay/financial-year'
import { localDate } from '@terreau/domain/time/local-date'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { booksOf, yearThatBegins } from './years.ts'

export interface EnteredLine {
  id: string
  revision: number
  nature: SharedServicesNature
  label: string
  source: string
  amountCents: Cents
}

export interface Version {
  version: number
  reason: string
  lastMonth: YearMonth | null
  givenAt: Date | null
  givenByName: string
  assemblyOn: string | null
}

interface MonthFigures {
  contributionCents: Cents
  accidentCoverCents: Cents
}

export type AccountOfYear = Awaited<ReturnType<typeof accountOfYear>>

/**
 * The account of a financial year: a version that was given as its closings stood then, a draft as the
 * closings and the open months say now.
 */
export async function accountOfYear(
  tx: Tx,
  ctx: Context,
  { firstMonth, version: asked }: { firstMonth: YearMonth; version?: number | undefined },
) {
  const books = await booksOf(tx, ctx)
  const year = yearThatBegins(firstMonth, books, ctx)
  const versions = await versionsOf(tx, ctx, firstMonth)
  const last = versions.at(-1)
  const shown =
    asked === undefined ? (last ?? FIRST) : found(versions.find((one) => one.version === asked))
  const { version, reason } = shown
  const isGiven = shown.givenAt !== null
  const lines = await linesOf(tx, ctx, firstMonth, version)
  const figures = isGiven
    ? await givenFigures(tx, ctx, firstMonth, version)
    : await figuresNow(tx, ctx, year)
  const months = monthsOfYear(year, { ...books, today: ctx.today }).map(({ month, state }) => ({
    month,
    // What was given was closed then, whatever was opened again since.
    state: isGiven && figures.has(month) ? ('closed' as const) : state,
    ...(figures.get(month) ?? NOTHING),
  }))
  const account = sharedServicesAccount(
    {
      contributionCents: sumCents(months.map((one) => one.contributionCents)),
      accidentCoverCents: sumCents(months.map((one) => one.accidentCoverCents)),
    },
    lines,
  )
  const { chargesCents } = account
  const stop = isGiven ? null : whatStopsGiving({ year, months, chargesCents, today: ctx.today })
  const isLast = version === versions.findLast((one) => one.givenAt !== null)?.version
  return {
    ...year,
    version,
    reason,
    months,
    ...account,
    stop,
    given: shown.givenAt === null ? null : await givenOf(tx, ctx, { firstMonth, shown, isLast }),
    versions: versions.map((one) => ({
      version: one.version,
      reason: one.reason,
      givenAt: one.givenAt?.toISOString() ?? null,
    })),
  }
}

/** Before anything was entered. */
const FIRST: Version = {
  version: 1,
  reason: '',
  lastMonth: null,
  givenAt: null,
  givenByName: '',
  assemblyOn: null,
}
const NOTHING: MonthFigures = { contributionCents: ZERO, accidentCoverCents: ZERO }

async function givenOf(
  tx: Tx,
  ctx: Context,
  { firstMonth, shown, isLast }: { firstMonth: YearMonth; shown: Version; isLast: boolean },
) {
  const documents = await tx
    .selectFrom('sharedServicesDocument')
    .select('locale')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('firstMonth', '=', firstMonth)
    .where('version', '=', shown.version)
    .orderBy('locale', 'desc')
    .execute()
  return {
    at: (shown.givenAt ?? ctx.now).toISOString(),
    by: shown.givenByName,
    assemblyOn: shown.assemblyOn === null ? null : localDate(shown.assemblyOn),
    documents: documents.map(({ locale }) => (locale === 'en' ? ('en' as const) : ('fr' as const))),
    reopened: isLast ? await reopenedSince(tx, ctx, firstMonth, shown.version) : [],
  }
}

/** Months whose closing is no longer the one that the account was given with. */
async function reopenedSince(
  tx: Tx,
  { cooperativeId }: Context,
  firstMonth: YearMonth,
  version: number,
): Promise<YearMonth[]> {
  const { rows } = await sql<{ month: string }>`
    select m.month from terreau.shared_services_month m
     where m.cooperative_id = ${cooperativeId} and m.first_month = ${firstMonth} and m.version = ${version}
       and not exists (select 1 from terreau.standing_closing c
             where c.cooperative_id = m.cooperative_id and c.month = m.month
               and c.version = m.closing_version)
     order by m.month`.execute(tx)
  return rows.map(({ month }) => yearMonth(month))
}

/** Every version of an account, the first one first; a draft has no day on which it was given. */
export async function versionsOf(
  tx: Tx,
  { cooperativeId }: Context,
  firstMonth: YearMonth,
): Promise<Version[]> {
  const { rows } = await sql<Omit<Version, 'lastMonth'> & { lastMonth: string | null }>`
    select a.version, a.reason, g.last_month, g.given_at, g.assembly_on,
           coalesce(u.display_name, '') as given_by_name
      from terreau.shared_services_account a
      left join terreau.shared_services_given g on g.cooperative_id = a.cooperative_id
       and g.first_month = a.first_month and g.version = a.version
      left join terreau.app_user u on u.id = g.given_by
     where a.cooperative_id = ${cooperativeId} and a.first_month = ${firstMonth}
     order by a.version`.execute(tx)
  return rows.map((row) => ({
    ...row,
    lastMonth: row.lastMonth === null ? null : yearMonth(row.lastMonth),
  }))
}

/** The lines of a version by their nature, then in the order in which they were entered. */
export async function linesOf(
  tx: Tx,
  ctx: Context,
  firstMonth: YearMonth,
  version: number,
): Promise<EnteredLine[]> {
  const rows = await tx
    .selectFrom('sharedServicesLine')
    .select(['id', 'revision', 'nature', 'label', 'source', 'amountCents'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('firstMonth', '=', firstMonth)
    .where('version', '=', version)
    .orderBy('enteredAt')
    .orderBy('id')
    .execute()
  const lines = rows.flatMap(({ nature, amountCents, ...row }) =>
    isSharedServicesNature(nature) ? [{ ...row, nature, amountCents: cents(amountCents) }] : [],
  )
  const place = (line: EnteredLine) => SHARED_SERVICES_NATURES.indexOf(line.nature)
  return lines.toSorted((left, right) => place(left) - place(right))
}

/** What the closings froze; for a month that is open, what the accounts of the activities say until now. */
async function figuresNow(
  tx: Tx,
  { cooperativeId }: Context,
  { firstMonth, lastMonth }: FinancialYear,
): Promise<ReadonlyMap<YearMonth, MonthFigures>> {
  const { rows } = await sql<FiguresRow>`
    select c.month, coalesce(sum(l.contribution_cents), 0)::bigint as contribution,
           coalesce(sum(l.accident_cover_cents), 0)::bigint as cover
      from terreau.standing_closing c
      left join terreau.closing_line l on l.cooperative_id = c.cooperative_id and l.month = c.month
       and l.version = c.version
     where c.cooperative_id = ${cooperativeId} and c.month between ${firstMonth} and ${lastMonth}
     group by c.month
    union all
    select m.month,
           coalesce(sum(m.amount_cents) filter (where a.kind = 'activity_contribution'), 0)::bigint,
           coalesce(sum(m.amount_cents) filter (where a.kind = 'activity_accident_cover'), 0)::bigint
      from terreau.account a
      join terreau.account_month m on m.cooperative_id = a.cooperative_id and m.account_id = a.id
     where a.cooperative_id = ${cooperativeId} and m.month between ${firstMonth} and ${lastMonth}
       and a.kind in ('activity_contribution', 'activity_accident_cover')
       and not exists (select 1 from terreau.standing_closing c
             where c.cooperative_id = m.cooperative_id and c.month = m.month)
     group by m.month`.execute(tx)
  return byMonth(rows)
}

async function givenFigures(
  tx: Tx,
  { cooperativeId }: Context,
  firstMonth: YearMonth,
  version: number,
): Promise<ReadonlyMap<YearMonth, MonthFigures>> {
  const rows = await tx
    .selectFrom('sharedServicesMonth')
    .select(['month', 'contributionCents as contribution', 'accidentCoverCents as cover'])
    .where('cooperativeId', '=', cooperativeId)
    .where('firstMonth', '=', firstMonth)
    .where('version', '=', version)
    .execute()
  return byMonth(rows)
}

interface FiguresRow {
  month: string
  contribution: bigint
  cover: bigint
}

function byMonth(rows: readonly FiguresRow[]): ReadonlyMap<YearMonth, MonthFigures> {
  return new Map(
    rows.map(({ month, contribution, cover }) => [
      yearMonth(month),
      { contributionCents: cents(contribution), accidentCoverCents: cents(cover) },
    ]),
  )
}
