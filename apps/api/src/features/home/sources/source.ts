import type { FinancialYear } from '@terreau/domain/pay/financial-year'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Consequence } from '@terreau/domain/work-queue/ranking'
import type { WorkKind } from '@terreau/domain/work-queue/work-kinds'
import { type RawBuilder, sql } from 'kysely'

/** What every source may use to decide what waits. */
export interface Asked {
  cooperativeId: string
  today: LocalDate
  openMonth: YearMonth
  /** The last day to declare the open month. */
  deadlineOn: LocalDate
  /** Before its end nobody is late for the open month. */
  isOver: boolean
  /** The last financial years all of whose months are closed. */
  closedYears: readonly FinancialYear[]
}

/**
 * The select of one source, part by part: it yields a row for each thing that waits, derived from state.
 * Who may see it, what was put aside and how many are read is added by `source-query.ts`. Rows that are
 * the same in every column count once.
 */
export interface SourceRows {
  /** One of the kinds of the source: `kindOf('…')`, or a case of several. */
  kind: Sql
  /** What it is about, as text; with the kind it names the row. */
  targetId: Sql
  /** Whom it concerns (uuid); null for nobody. */
  personId: Sql
  activityId?: Sql
  /** YYYY-MM */
  month?: Sql
  /** Since when it waits (timestamptz). */
  since?: Sql
  /** The day it is wanted for (date). */
  dueOn?: Sql
  /** What happens otherwise: `consequenceOf('…')`, or a case of several. */
  consequence: Sql
  /** The text that sets the day, for 'legal-deadline': "C. trav. R7331-3". */
  article?: Sql
  from: Sql
  where: Sql
  /**
   * The most pressing first, along an index: only the first rows of each source are read, so that the
   * page costs the same in a cooperative of a hundred people and in one of ten thousand.
   */
  orderBy: Sql
}
type Sql = RawBuilder<unknown>

/** One topic of the work queue. */
export interface WorkSource {
  kinds: readonly WorkKind[]
  rows: (asked: Asked) => SourceRows
}

export const kindOf = (kind: WorkKind): Sql => sql`${sql.lit(kind)}::text`
export const consequenceOf = (name: Consequence): Sql => sql`${sql.lit(name)}::text`
