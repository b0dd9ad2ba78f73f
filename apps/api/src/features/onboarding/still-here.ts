import type { LocalDate } from '@terreau/domain/time/local-date'
import { type RawBuilder, sql } from 'kysely'

/**
 * Whether somebody still has to do with us: not put away, and not out of every contract. Whoever has signed
 * none yet is on the way in; a draft brings back who had left.
 */
export const isHere = (
  { cooperativeId, today }: { cooperativeId: string; today: LocalDate },
  personId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(
  exists (select 1 from terreau.person h where h.cooperative_id = ${cooperativeId}
        and h.id = ${personId} and h.archived_at is null)
  and (exists (select 1 from terreau.contract c where c.cooperative_id = ${cooperativeId}
             and c.person_id in (select terreau.file_ids(${cooperativeId}, ${personId}))
             and c.state <> 'cancelled' and (c.ends_on is null or c.ends_on >= ${today}::date))
    or not exists (select 1 from terreau.contract c where c.cooperative_id = ${cooperativeId}
             and c.person_id in (select terreau.file_ids(${cooperativeId}, ${personId}))
             and c.state = 'active')))`
