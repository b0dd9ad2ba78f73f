import { ALERT_DAYS } from '@terreau/domain/right-to-work/permit-dates'
import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { consequenceOf, type WorkSource } from './source.ts'

/**
 * Permits that end within the first alert, and those that have ended without a recorded prolongation: then
 * a decision of a person is needed. Of the paper itself the row says nothing but its last day.
 */
export const endingPermits: WorkSource = {
  kinds: ['permit-ending', 'permit-decision'],
  rows: ({ cooperativeId, today }) => ({
    kind: sql`case when x.last_day <= ${today}::date then 'permit-decision' else 'permit-ending' end`,
    targetId: sql`p.person_id::text`,
    personId: sql`p.person_id`,
    dueOn: sql`x.last_day`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.permit p
      join terreau.person f on f.cooperative_id = p.cooperative_id and f.id = p.person_id
      cross join lateral (
        select greatest(p.valid_until, max(l.until)) as last_day
          from terreau.permit_prolongation l
         where l.cooperative_id = p.cooperative_id and l.permit_id = p.id) x`,
    where: sql`p.cooperative_id = ${cooperativeId} and p.replaced_at is null
       and p.valid_until <= ${addDays(today, ALERT_DAYS[0])}::date
       and x.last_day <= ${addDays(today, ALERT_DAYS[0])}::date
       and exists (select 1 from terreau.contract c where c.cooperative_id = p.cooperative_id
             and c.person_id in (select terreau.file_ids(p.cooperative_id, coalesce(f.merged_into_id, f.id)))
             and c.state in ('draft', 'to_sign', 'signed', 'active')
             and (c.ends_on is null or c.ends_on >= ${today}::date))
       and not exists (select 1 from terreau.work_decision w where w.cooperative_id = p.cooperative_id
             and w.permit_id = p.id and w.paper_until = x.last_day
             and x.last_day <= ${today}::date and w.decided_at::date >= x.last_day)`,
    orderBy: sql`p.valid_until, p.id`,
  }),
}
