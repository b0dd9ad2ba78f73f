import type { CallAnswer, CallStep } from '@terreau/domain/declarations/reminders'
import type { Channel } from '@terreau/domain/pipeline/facts'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** The last time that staff tried to reach somebody, or that a reminder left. */
export interface Contact {
  kind: 'reminder' | 'share' | 'call'
  channel: 'email' | 'copy' | 'sms' | 'whatsapp' | 'phone'
  on: LocalDate
  /** Empty when a job did it. */
  by: string
  answer: CallAnswer | null
  step: CallStep | null
  nextOn: LocalDate | null
  note: string
}

/** An activity whose month is expected and not sent, with whom to reach about it. */
export interface MissingPerson {
  personId: string
  personName: string
  greeted: string
  activityId: string
  activityName: string
  /** 'draft': begun and not sent. 'returned': staff gave it back. 'postponed': staff decided to leave it to a later month. */
  state: 'missing' | 'draft' | 'returned' | 'postponed'
  email: string
  phone: string
  locale: 'fr' | 'en'
  /** ISO 639 codes, separated by commas; empty when nobody asked. */
  languages: string
  channel: Channel | null
  referent: string
  /** Newest first. */
  contacts: Contact[]
  hasSeveralActivities: boolean
}

export const MISSING_MOST = 500

/**
 * Who has not declared a month, by name: `MISSING_MOST` at most, and how many in all. A contract in the
 * month makes it expected; nil and late declarations are sent ones and are not here.
 */
export async function missingPeople(
  tx: Tx,
  ctx: Context,
  month: YearMonth,
): Promise<{ rows: MissingPerson[]; total: number }> {
  const { cooperativeId } = ctx
  const { rows } = await sql<Omit<MissingPerson, 'contacts'> & { total: number; contacts: Json[] }>`
    with missing as (
      select e.activity_id, e.person_id,
             exists (select 1 from terreau.declaration d where d.cooperative_id = ${cooperativeId}
               and d.activity_id = e.activity_id and d.person_id = e.person_id and d.concerns_month = ${month}) as is_begun,
             exists (select 1 from terreau.declaration d where d.cooperative_id = ${cooperativeId}
               and d.activity_id = e.activity_id and d.person_id = e.person_id and d.concerns_month = ${month}
               and d.returned_at is not null) as is_returned,
             exists (select 1 from terreau.month_decision m where m.cooperative_id = ${cooperativeId}
               and m.activity_id = e.activity_id and m.person_id = e.person_id and m.month = ${month}) as is_postponed,
             count(*) over (partition by e.person_id) > 1 as has_several
        from terreau.month_expected(${cooperativeId}::uuid, ${month}) e
    )
    select f.id as person_id, terreau.full_name(p.given_name, p.family_name) as person_name,
           terreau.greeted_name(p.given_name, p.family_name) as greeted,
           m.activity_id, a.name as activity_name,
           case when m.is_postponed then 'postponed' when m.is_returned then 'returned' when m.is_begun then 'draft' else 'missing' end as state,
           p.email, p.phone, case p.locale when 'en' then 'en' else 'fr' end as locale,
           coalesce(${fact(ctx, 'languages')}, '') as languages, ${fact(ctx, 'channel')} as channel,
           coalesce(u.display_name, '') as referent, m.has_several as has_several_activities,
           coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'channel', c.channel, 'on', c.done_on,
               'by', coalesce(w.display_name, ''), 'answer', c.answer, 'step', c.step, 'nextOn', c.next_on,
               'note', c.note) order by c.done_on desc, c.recorded_at desc)
              from terreau.declaration_contact c left join terreau.app_user w on w.id = c.done_by
             where c.cooperative_id = ${cooperativeId} and c.month = ${month}
               and c.person_id in (select terreau.file_ids(${cooperativeId}, p.id))), '[]') as contacts,
           (count(*) over ())::integer as total
      from missing m
      join terreau.person f on f.cooperative_id = ${cooperativeId} and f.id = m.person_id
      join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = coalesce(f.merged_into_id, f.id)
      join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = m.activity_id
      left join terreau.app_user u on u.id = p.adviser_user_id
     where p.archived_at is null
       and (m.activity_id, m.person_id) not in (
             select d.activity_id, d.person_id from terreau.declaration d
              where d.cooperative_id = ${cooperativeId} and d.concerns_month = ${month} and d.state <> 'draft')
     order by p.search_name collate "C", m.person_id, m.activity_id
     limit ${MISSING_MOST}`.execute(tx)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, contacts, ...row }) => ({
      ...row,
      contacts: contacts.map((contact) => ({
        ...contact,
        on: localDate(contact.on),
        nextOn: contact.nextOn === null ? null : localDate(contact.nextOn),
      })),
    })),
  }
}

type Json = Omit<Contact, 'on' | 'nextOn'> & { on: string; nextOn: string | null }

/** The fact in force, as it was last said. */
function fact({ cooperativeId, today }: Context, kind: 'channel' | 'languages') {
  return sql`(select v.value from terreau.person_fact v
    where v.cooperative_id = ${cooperativeId} and v.kind = ${kind} and v.valid_from <= ${today}::date
      and v.person_id in (select terreau.file_ids(${cooperativeId}, p.id))
    order by v.valid_from desc, v.recorded_at desc, v.n desc limit 1)`
}
