import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { ofPerson, type WorkSource } from './source.ts'

const ENDING_DAYS = 60

/** Sent and not signed by the person, or signed by the person and not by the cooperative. */
export const unsignedContracts: WorkSource = {
  kinds: ['sign-contract', 'countersign-contract'],
  rows: (asked) => sql`
    select case when c.state = 'to_sign' then 'sign-contract' else 'countersign-contract' end,
           c.id::text, c.person_id, c.activity_id, null::text, coalesce(s.at, r.opened_at),
           c.starts_on, 'work-stops', ''
      from terreau.contract c
      left join terreau.signature_request r on r.cooperative_id = c.cooperative_id
       and r.subject_kind = 'contract' and r.subject_id = c.id and r.state = 'waiting'
      left join terreau.signature_act s on s.cooperative_id = r.cooperative_id
       and s.request_id = r.id and s.act = 'signed' and s.position = 1
     where c.cooperative_id = ${asked.cooperativeId} and c.state in ('to_sign', 'signed')
           ${ofPerson(asked, 'c.person_id')}`,
}

/** Ending soon with nothing that follows. */
export const endingContracts: WorkSource = {
  kinds: ['contract-ending'],
  rows: (asked) => sql`
    select 'contract-ending', c.id::text, c.person_id, c.activity_id, null::text, null::timestamptz,
           c.ends_on, 'work-stops', ''
      from terreau.contract c
     where c.cooperative_id = ${asked.cooperativeId} and c.state = 'active'
       and c.ends_on between ${asked.today}::date and ${addDays(asked.today, ENDING_DAYS)}::date
       and not exists (select 1 from terreau.contract n where n.cooperative_id = c.cooperative_id
             and n.person_id = c.person_id and n.activity_id = c.activity_id
             and n.state <> 'cancelled' and n.starts_on > c.ends_on)
           ${ofPerson(asked, 'c.person_id')}`,
}
