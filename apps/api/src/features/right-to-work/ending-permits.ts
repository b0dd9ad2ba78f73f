import { ALERT_DAYS } from '@terreau/domain/right-to-work/permit-dates'
import { ENDING_KINDS } from '@terreau/domain/right-to-work/permit-kinds'
import { addDays, type LocalDate } from '@terreau/domain/time/local-date'
import { type RawBuilder, sql } from 'kysely'
import { isShownToday } from '../clocks/index.ts'

interface Asked {
  cooperativeId: string
  today: LocalDate
}

/**
 * The current permits (`p`) with their person (`f`) and the last day that every recorded prolongation gives
 * (`x.last_day`): those that end within the first alert, of people with a contract begun or running.
 */
export function endingPermits({ cooperativeId, today }: Asked): {
  from: RawBuilder<unknown>
  where: RawBuilder<unknown>
} {
  const horizon = addDays(today, ALERT_DAYS[0])
  return {
    from: sql`terreau.permit p
      join terreau.person f on f.cooperative_id = p.cooperative_id and f.id = p.person_id
      cross join lateral (
        select greatest(p.valid_until, max(l.until)) as last_day
          from terreau.permit_prolongation l
         where l.cooperative_id = p.cooperative_id and l.permit_id = p.id) x`,
    where: sql`p.cooperative_id = ${cooperativeId} and ${isShownToday(cooperativeId)}
       and p.kind = any(${[...ENDING_KINDS]}::text[])
       and p.valid_until <= ${horizon}::date and x.last_day <= ${horizon}::date
       and ${hasContract(today)}`,
  }
}

/** The current permits (`p`) without an end, and without a word of staff that they have none, of the same people. */
export function endlessPermits({ cooperativeId, today }: Asked): {
  from: RawBuilder<unknown>
  where: RawBuilder<unknown>
} {
  return {
    from: sql`terreau.permit p
      join terreau.person f on f.cooperative_id = p.cooperative_id and f.id = p.person_id`,
    where: sql`p.cooperative_id = ${cooperativeId} and ${isShownToday(cooperativeId)}
       and p.kind = any(${[...ENDING_KINDS]}::text[])
       and p.valid_until is null and p.no_end_reason = ''
       and ${hasContract(today)}`,
  }
}

/** Whether the person of the permit has a contract begun or running. */
const hasContract = (today: LocalDate) => sql`exists (
  select 1 from terreau.contract c where c.cooperative_id = p.cooperative_id
     and c.person_id in (select terreau.file_ids(p.cooperative_id, coalesce(f.merged_into_id, f.id)))
     and c.state in ('draft', 'to_sign', 'signed', 'active')
     and (c.ends_on is null or c.ends_on >= ${today}::date))`
