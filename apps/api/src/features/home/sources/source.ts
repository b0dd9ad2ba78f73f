import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { WorkKind } from '@terreau/domain/work/work-kinds'
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
  /** Only what concerns one person: their phone, or their file. Null: everybody. */
  personId: string | null
}

/**
 * One topic of the work queue: a select that yields a row for each thing that waits, derived from state.
 * All sources yield these columns, in this order and of these types:
 *
 *   kind         text         one of `kinds`
 *   target_id    text         what it is about; with the kind it names the row
 *   person_id    uuid         whom it concerns
 *   activity_id  uuid         or null
 *   month        text         YYYY-MM, or null
 *   since        timestamptz  since when it waits, or null
 *   due_on       date         the day it is wanted for, or null
 *   consequence  text         what happens otherwise: a key of CONSEQUENCES
 *   article      text         the text that sets the day, for 'legal-deadline'; else ''
 */
export interface WorkSource {
  kinds: readonly WorkKind[]
  rows: (asked: Asked) => RawBuilder<unknown>
}

/** `and person_id = …` when only one person is asked for. */
export function ofPerson({ personId }: Asked, column: string): RawBuilder<unknown> {
  return personId === null ? sql`` : sql`and ${sql.ref(column)} = ${personId}::uuid`
}
