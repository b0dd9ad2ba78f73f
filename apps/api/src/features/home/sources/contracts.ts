import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { ofPerson, type WorkSource } from './source.ts'

const ENDING_DAYS = 60

/** Sent and not signed by the person, or signed by the person and not by the cooperative. */
export const unsignedContracts: WorkSource = {
  kinds: ['sign-contract', 'countersign-contract'],
  rows: (asked) => sql`
    select case when c.state = 'to_sign' then 'sign-contract' else 'countersign-contract' end,
           c.id::text, c.person_id, c.activity_id, null::text, coalesce(s.signed_at, d.created_at),
           c.starts_on, 'work-stops', ''
      from terreau.contract c
      left join terreau.contract_signature s on s.cooperative_id = c.cooperative_id
       and s.contract_id = c.id and s.signer = 'person'
      left join terreau.contract_document d on d.cooperative_id = c.cooperative_id
       and d.contract_id = c.id and d.stage = 'to_sign'
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
