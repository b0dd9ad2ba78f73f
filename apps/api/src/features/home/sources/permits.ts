import { sql } from 'kysely'
import { isHere } from '../../onboarding/index.ts'
import { endingPermits, endlessPermits } from '../../right-to-work/index.ts'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** From this many days before the end, the duty of the employer ranks it above what merely stops (L8251-1). */
const URGENT_DAYS = 30

/**
 * Permits that end within the first alert, and those that have ended without a recorded prolongation: then
 * a decision of a person is needed. Of the paper itself the row says nothing but its last day.
 */
export const permitsToFollow: WorkSource = {
  kinds: ['permit-ending', 'permit-decision'],
  rows: ({ cooperativeId, today }) => {
    const ending = endingPermits({ cooperativeId, today })
    const isUrgent = sql`x.last_day <= ${today}::date + ${URGENT_DAYS}::integer`
    return {
      kind: sql`case when x.last_day <= ${today}::date then 'permit-decision' else 'permit-ending' end`,
      targetId: sql`p.person_id::text`,
      personId: sql`p.person_id`,
      dueOn: sql`x.last_day`,
      consequence: sql`case when ${isUrgent} then ${consequenceOf('legal-deadline')}
                            else ${consequenceOf('work-stops')} end`,
      article: sql`case when ${isUrgent} then 'C. trav. L8251-1' else '' end`,
      from: ending.from,
      where: sql`${ending.where}
         and not exists (select 1 from terreau.work_decision w where w.cooperative_id = p.cooperative_id
               and w.permit_id = p.id and w.paper_until = x.last_day
               and x.last_day <= ${today}::date and w.decided_at::date >= x.last_day)`,
      orderBy: sql`p.valid_until, p.id`,
    }
  },
}

/** As long as no cooperative decides otherwise: how old a check may be on the first day (`hire-check-age.ts`). */
const CHECK_DAYS = '60'

/**
 * A hire being prepared for somebody who holds a permit, and nobody wrote to the préfet of the seat yet: the
 * last day is that of the clock, two working days before (R5221-41). Shown once a request would still count on
 * the first day. It leaves with the request, however late, or with the proof that spares it (R5221-43). There is
 * no such clock while the title is one that no answer opens to salaried work (`hire-clocks.ts`).
 */
export const prefecturesToAsk: WorkSource = {
  kinds: ['ask-prefecture'],
  rows: ({ cooperativeId, today }) => ({
    kind: kindOf('ask-prefecture'),
    targetId: sql`c.id::text`,
    personId: sql`k.person_id`,
    activityId: sql`c.activity_id`,
    dueOn: sql`k.ends_on`,
    consequence: consequenceOf('legal-deadline'),
    article: sql`k.clock ->> 'article'`,
    from: sql`terreau.legal_clock k
      join terreau.contract c on c.cooperative_id = k.cooperative_id and c.id = k.contract_id`,
    where: sql`k.cooperative_id = ${cooperativeId} and k.kind = 'permit-check'
       and c.state in ('draft', 'to_sign', 'signed', 'active')
       and c.starts_on <= ${today}::date + coalesce((select x.value from terreau.cooperative_setting x
             where x.cooperative_id = ${cooperativeId} and x.key = 'hire_check_days'
               and x.valid_from <= ${today}::date order by x.valid_from desc limit 1), ${CHECK_DAYS})::integer
       and not exists (select 1 from terreau.contract_exit x
             where x.cooperative_id = c.cooperative_id and x.contract_id = c.id)
       and not exists (select 1 from terreau.hire_check h where h.cooperative_id = k.cooperative_id
             and h.person_id in (select terreau.file_ids(k.cooperative_id, k.person_id))
             and h.done_on > k.ends_on and (h.kind <> 'job_seeker' or h.document_id is not null))`,
    orderBy: sql`k.ends_on, k.person_id, k.n`,
  }),
}

/** A permit whose end nobody wrote, nor that it has none: its end could pass unseen (L8251-1). */
export const permitsWithoutEnd: WorkSource = {
  kinds: ['permit-without-end'],
  rows: (asked) => {
    const endless = endlessPermits(asked)
    return {
      kind: kindOf('permit-without-end'),
      targetId: sql`p.person_id::text`,
      personId: sql`p.person_id`,
      since: sql`p.recorded_at`,
      consequence: consequenceOf('work-stops'),
      from: endless.from,
      where: endless.where,
      orderBy: sql`p.recorded_at, p.id`,
    }
  },
}

/** A permit or a receipt that the person sent, until staff have recorded what it says, or refused it. */
export const permitsToRead: WorkSource = {
  kinds: ['permit-to-read'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('permit-to-read'),
    targetId: sql`d.person_id::text`,
    personId: sql`d.person_id`,
    since: sql`d.since`,
    consequence: consequenceOf('work-stops'),
    from: sql`(select x.person_id, min(x.to_read_since) as since from terreau.document x
         where x.cooperative_id = ${cooperativeId} and x.to_read_since is not null and x.withdrawn_at is null
         group by x.person_id) d`,
    where: sql`true`,
    orderBy: sql`d.since, d.person_id`,
  }),
}

/** A paper about the right to work that was refused: the person sends another, from the phone. */
export const permitsToResend: WorkSource = {
  kinds: ['permit-to-resend'],
  rows: (asked) => ({
    kind: kindOf('permit-to-resend'),
    targetId: sql`d.person_id::text`,
    personId: sql`d.person_id`,
    since: sql`d.since`,
    consequence: consequenceOf('work-stops'),
    from: sql`(select coalesce(f.merged_into_id, f.id) as person_id, min(x.refused_since) as since
          from terreau.document x
          join terreau.person f on f.cooperative_id = x.cooperative_id and f.id = x.person_id
         where x.cooperative_id = ${asked.cooperativeId} and x.refused_since is not null and x.withdrawn_at is null
         group by 1) d`,
    where: isHere(asked, sql`d.person_id`),
    orderBy: sql`d.since, d.person_id`,
  }),
}
