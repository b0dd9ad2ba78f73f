import { yearsBeside } from '@terreau/domain/ledger/shared-services'
import {
  type FinancialYear,
  financialYearOf,
  type YearBeginsIn,
} from '@terreau/domain/pay/financial-year'
import { monthOf, previousMonth, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { firstOpenMonth } from '../../ledger/index.ts'
import { yearBeginnings } from '../../settings/index.ts'

export interface Books {
  /** The first month whose books are kept here. */
  firstKept: YearMonth
  firstOpen: YearMonth
  decided: readonly YearBeginsIn[]
  /** What the accounts that were given cover, the newest first. */
  given: readonly GivenYear[]
}

interface GivenYear extends FinancialYear {
  /** The last version that was given. */
  version: number
  givenAt: Date
  isCorrected: boolean
}

export async function booksOf(tx: Tx, { cooperativeId }: Context): Promise<Books> {
  const cooperative = await tx
    .selectFrom('cooperative')
    .select('firstMonth')
    .where('id', '=', cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    firstKept: yearMonth(cooperative.firstMonth),
    firstOpen: await firstOpenMonth(tx, cooperativeId),
    decided: await yearBeginnings(tx, cooperativeId),
    given: await givenYears(tx, cooperativeId),
  }
}

async function givenYears(tx: Tx, cooperativeId: string): Promise<GivenYear[]> {
  const { rows } = await sql<{
    firstMonth: string
    lastMonth: string
    version: number
    givenAt: Date
    isCorrected: boolean
  }>`
    select distinct on (g.first_month) g.first_month, g.last_month, g.version, g.given_at,
           exists (select 1 from terreau.shared_services_account a
             where a.cooperative_id = g.cooperative_id and a.first_month = g.first_month
               and a.version > g.version) as is_corrected
      from terreau.shared_services_given g
     where g.cooperative_id = ${cooperativeId}
     order by g.first_month desc, g.version desc`.execute(tx)
  return rows.map((row) => ({
    ...row,
    firstMonth: yearMonth(row.firstMonth),
    lastMonth: yearMonth(row.lastMonth),
  }))
}

/** The financial year that begins in a month: the one that was given, or as the cooperative decided; 404 for none. */
export function yearThatBegins(firstMonth: YearMonth, books: Books, ctx: Context): FinancialYear {
  const given = books.given.find((one) => one.firstMonth === firstMonth)
  if (given !== undefined) return { firstMonth, lastMonth: given.lastMonth }
  const year = yearsNotGiven(books, ctx).find((one) => one.firstMonth === firstMonth)
  if (year === undefined) throw new ProblemError('not-found')
  return year
}

/** Financial years that have begun, touch the books kept here and were not given, the newest first. */
function yearsNotGiven(books: Books, { today }: Context): FinancialYear[] {
  const years: FinancialYear[] = []
  let month = monthOf(today)
  while (month >= books.firstKept) {
    const year = financialYearOf(month, books.decided)
    years.push(year)
    month = previousMonth(year.firstMonth)
  }
  return yearsBeside(years, books.given)
}

/** Where each financial year stands, the newest first. */
export async function listSharedServices(tx: Tx, ctx: Context) {
  const books = await booksOf(tx, ctx)
  const given = books.given.map(({ firstMonth, lastMonth, version, givenAt, isCorrected }) => ({
    firstMonth,
    lastMonth,
    state: isCorrected ? ('correcting' as const) : ('given' as const),
    version,
    givenAt: givenAt.toISOString(),
  }))
  const others = yearsNotGiven(books, ctx).map((year) => ({
    ...year,
    state: stateOf(year, books, ctx),
    version: null,
    givenAt: null,
  }))
  return [...given, ...others].sort((left, right) => (left.firstMonth < right.firstMonth ? 1 : -1))
}

function stateOf({ lastMonth }: FinancialYear, { firstOpen }: Books, { today }: Context) {
  if (lastMonth >= monthOf(today)) return 'running' as const
  return lastMonth < firstOpen ? ('to-give' as const) : ('month-open' as const)
}

/** From when on the closings know a year that had begun before the books were kept here; null for all of it. */
export function knownFrom(
  { firstMonth, lastMonth }: FinancialYear,
  firstKept: YearMonth,
): YearMonth | null {
  return firstKept > firstMonth && firstKept <= lastMonth ? firstKept : null
}
