import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface ContractInMonth {
  id: string
  kind: 'CAPE' | 'CESA'
  number: string
  schemeId: string
  startsOn: LocalDate
  endsOn: LocalDate | null
  /** First day of the first contract of this person on this activity: what exempt months count from. */
  firstStartsOn: LocalDate
}

/**
 * The contract under which somebody worked in a month: signed by both, covering at least one day of it.
 * When two follow each other within the month, the later one.
 */
export async function contractInMonth(
  tx: Tx,
  cooperativeId: string,
  of: { personId: string; activityId: string; month: YearMonth },
): Promise<ContractInMonth | null> {
  const row = await tx
    .selectFrom('contract as c')
    .select((eb) => [
      'c.id',
      'c.kind',
      'c.number',
      'c.schemeId',
      'c.startsOn',
      'c.endsOn',
      eb
        .selectFrom('contract as f')
        .select((f) => f.fn.min('f.startsOn').as('firstStartsOn'))
        .whereRef('f.cooperativeId', '=', 'c.cooperativeId')
        .whereRef('f.personId', '=', 'c.personId')
        .whereRef('f.activityId', '=', 'c.activityId')
        .where('f.state', '=', 'active')
        .as('firstStartsOn'),
    ])
    .where('c.cooperativeId', '=', cooperativeId)
    .where('c.personId', '=', of.personId)
    .where('c.activityId', '=', of.activityId)
    .where('c.state', '=', 'active')
    .where('c.startsOn', '<=', lastDay(of.month))
    .where(sql<boolean>`coalesce(c.ends_on, 'infinity') >= ${firstDay(of.month)}`)
    .orderBy('c.startsOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    kind: row.kind === 'CESA' ? 'CESA' : 'CAPE',
    number: row.number,
    schemeId: row.schemeId,
    startsOn: localDate(row.startsOn),
    endsOn: row.endsOn === null ? null : localDate(row.endsOn),
    firstStartsOn: localDate(row.firstStartsOn ?? row.startsOn),
  }
}
