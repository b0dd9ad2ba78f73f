import { addMonthsClamped } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { zoneOf } from '../../../platform/db/transaction.ts'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

const ARTICLE = sql`'C. trav. R7331-3'`

/** One period of twelve months of a CESA, as its clock was written. */
const ofPeriod = {
  targetId: sql`k.contract_id::text || ':' || k.ends_on::text`,
  personId: sql`k.person_id`,
  activityId: sql`c.activity_id`,
  dueOn: sql`k.ends_on`,
  consequence: consequenceOf('legal-deadline'),
  article: ARTICLE,
  from: sql`terreau.legal_clock k
    join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id`,
  orderBy: sql`k.ends_on, k.person_id, k.n`,
}
/** The clock of a period tells nobody before its first alert. */
const ALERT_MONTHS = 6

/**
 * Interviews that a period of twelve months of a CESA still wants, from its alert on. What is planned within
 * the period, or held and not signed yet, is chased as such.
 */
export const dueInterviews: WorkSource = {
  kinds: ['interview-due'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('interview-due'),
    ...ofPeriod,
    where: sql`k.cooperative_id = ${cooperativeId} and k.kind = 'interviews'
       and k.ends_on between ${today}::date and ${addMonthsClamped(today, ALERT_MONTHS)}::date
       and k.alert_from <= ${today}::date
       and (k.clock -> 'count' ->> 'left')::integer > (
             select count(*) from terreau.support_interview i
              where i.cooperative_id = k.cooperative_id and i.person_id in (select terreau.file_ids(k.cooperative_id, k.person_id))
                and ((i.state = 'planned' and i.planned_on between ${today}::date and k.ends_on)
                  or (i.state in ('held', 'to_check', 'to_sign')
                      and i.held_on between (k.clock ->> 'startsOn')::date and k.ends_on)))`,
  }),
}

/** A period that ended without its two interviews, until one is held: late is better than never. */
export const missedInterviews: WorkSource = {
  kinds: ['interview-overdue'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('interview-overdue'),
    ...ofPeriod,
    where: sql`k.cooperative_id = ${cooperativeId} and k.kind = 'interviews'
       and k.ends_on < ${today}::date
       and not exists (select 1 from terreau.support_interview i
             where i.cooperative_id = k.cooperative_id and i.person_id in (select terreau.file_ids(k.cooperative_id, k.person_id))
               and i.held_on > k.ends_on and i.state in ('held', 'to_check', 'to_sign', 'signed'))`,
  }),
}

/** Planned for a day that has come, held with a report that nobody was asked to sign, or a paper to look at. */
export const openInterviews: WorkSource = {
  kinds: ['interview-to-record', 'interview-report-to-send', 'interview-paper-to-check'],
  rows: ({ cooperativeId, today }) => ({
    kind: sql`case i.state when 'planned' then 'interview-to-record' when 'held' then 'interview-report-to-send'
      else 'interview-paper-to-check' end`,
    targetId: sql`i.id::text`,
    personId: sql`i.person_id`,
    since: sql`coalesce(i.held_on, i.planned_on)::timestamp at time zone ${zoneOf(cooperativeId)}`,
    consequence: consequenceOf('legal-deadline'),
    article: ARTICLE,
    from: sql`terreau.support_interview i`,
    where: sql`i.cooperative_id = ${cooperativeId} and i.state in ('planned', 'held', 'to_check')
       and coalesce(i.held_on, i.planned_on) <= ${today}::date`,
    orderBy: sql`coalesce(i.held_on, i.planned_on), i.id`,
  }),
}
