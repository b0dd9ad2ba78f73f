import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { zoneOf } from '../../../platform/db/transaction.ts'
import { ENDING_DAYS } from '../../people/index.ts'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

const ADMITTED_DAYS = 365
/** Whoever left longer ago without a word is found on the list of contracts. */
const ENDED_DAYS = 365

/** A contract that somebody began and nobody sent. */
export const draftContracts: WorkSource = {
  kinds: ['finish-contract'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('finish-contract'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    since: sql`c.created_at`,
    dueOn: sql`c.starts_on`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.contract c`,
    where: sql`c.cooperative_id = ${cooperativeId} and c.state = 'draft'`,
    orderBy: sql`c.starts_on, c.id`,
  }),
}

/**
 * Admitted, every piece settled, and no contract yet: what follows admission on the path. Looked for among
 * whoever was admitted within a year, along their index, so that it does not grow with the years.
 */
export const contractsToPrepare: WorkSource = {
  kinds: ['prepare-contract'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('prepare-contract'),
    targetId: sql`l.person_id::text`,
    personId: sql`l.person_id`,
    since: sql`l.last_contact_on::timestamptz`,
    consequence: consequenceOf('work-stops'),
    from: sql`terreau.lead l`,
    where: sql`l.cooperative_id = ${cooperativeId} and l.stage = 'admitted' and l.person_id is not null
       and l.last_contact_on >= ${addDays(today, -ADMITTED_DAYS)}::date
       and exists (select 1 from terreau.person p where p.cooperative_id = l.cooperative_id
             and p.id = l.person_id and p.archived_at is null)
       and not exists (select 1 from terreau.piece x where x.cooperative_id = l.cooperative_id
             and x.person_id in (select terreau.file_ids(l.cooperative_id, l.person_id))
             and x.state in ('asked', 'received', 'refused'))
       and not exists (select 1 from terreau.contract c where c.cooperative_id = l.cooperative_id
             and c.person_id in (select terreau.file_ids(l.cooperative_id, l.person_id))
             and c.state <> 'cancelled')`,
    orderBy: sql`l.last_contact_on, l.id`,
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

/**
 * A CAPE whose last day has passed, with nothing that follows it and no exit written: nobody knows whether the
 * person went on. One that had ended when it was written here is history of somewhere else.
 */
export const endedCapes: WorkSource = {
  kinds: ['cape-ended'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('cape-ended'),
    targetId: sql`c.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`k.ends_on`,
    consequence: consequenceOf('work-stops'),
    article: sql`'C. com. L127-2'`,
    from: sql`terreau.legal_clock k
      join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id`,
    where: sql`k.cooperative_id = ${cooperativeId} and k.kind = 'cape-term'
       and k.ends_on between ${addDays(today, -ENDED_DAYS)}::date and ${addDays(today, -1)}::date
       and k.ends_on >= (c.created_at at time zone ${zoneOf(cooperativeId)})::date
       and not exists (select 1 from terreau.contract_exit x
             where x.cooperative_id = c.cooperative_id and x.contract_id = c.id)
       and not exists (select 1 from terreau.contract n where n.cooperative_id = c.cooperative_id
             and n.person_id = c.person_id and n.activity_id = c.activity_id
             and n.state <> 'cancelled' and n.starts_on > c.starts_on)`,
    orderBy: sql`k.ends_on, k.person_id, k.n`,
  }),
}

/** An amendment that was drafted and not sent: what it changes does not hold until both have signed. */
export const draftAmendments: WorkSource = {
  kinds: ['amendment-to-send'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('amendment-to-send'),
    targetId: sql`m.id::text`,
    personId: sql`c.person_id`,
    activityId: sql`c.activity_id`,
    since: sql`m.created_at`,
    dueOn: sql`m.effective_on`,
    consequence: sql`case when m.scheme_id is not null or m.changes ? 'fixedPartCents'
      then ${consequenceOf('blocks-pay')} else ${consequenceOf('certificate-waits')} end`,
    from: sql`terreau.contract_amendment m
      join terreau.contract c on c.cooperative_id = m.cooperative_id and c.id = m.contract_id`,
    where: sql`m.cooperative_id = ${cooperativeId} and m.state = 'draft' and c.state = 'active'`,
    orderBy: sql`m.effective_on, m.id`,
  }),
}
