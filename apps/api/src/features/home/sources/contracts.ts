import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

const ENDING_DAYS = 60

/** Sent and not signed by the person, or signed by the person and not by the cooperative. */
export const unsignedContracts: WorkSource = {
  kinds: ['sign-contract', 'countersign-contract'],
  rows: ({ cooperativeId }) => ({
    kind: sql`case when c.state = 'to_sign' then 'sign-contract' else 'countersign-contract' end`,
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    since: sql`coalesce(s.at, r.opened_at)`,
    dueOn: sql`c.starts_on`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.contract c
      left join terreau.signature_request r on r.cooperative_id = c.cooperative_id
       and r.subject_kind = 'contract' and r.subject_id = c.id and r.state = 'waiting'
      left join terreau.signature_act s on s.cooperative_id = r.cooperative_id
       and s.request_id = r.id and s.act = 'signed' and s.position = 1`,
    where: sql`c.cooperative_id = ${cooperativeId} and c.state in ('to_sign', 'signed')`,
    orderBy: sql`c.starts_on, c.id`,
  }),
}

/** Ending soon with nothing that follows. */
export const endingContracts: WorkSource = {
  kinds: ['contract-ending'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('contract-ending'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`c.ends_on`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.contract c`,
    where: sql`c.cooperative_id = ${cooperativeId} and c.state = 'active'
       and c.ends_on between ${today}::date and ${addDays(today, ENDING_DAYS)}::date
       and not exists (select 1 from terreau.contract n where n.cooperative_id = c.cooperative_id
             and n.person_id = c.person_id and n.activity_id = c.activity_id
             and n.state <> 'cancelled' and n.starts_on > c.ends_on)`,
    orderBy: sql`c.ends_on, c.id`,
  }),
}
