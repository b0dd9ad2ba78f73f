import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** Sessions about which somebody does not agree: a mediation is asked for, and their hours wait. */
export const disputedSessions: WorkSource = {
  kinds: ['session-disputed'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('session-disputed'),
    targetId: sql`s.id::text`,
    personId: sql`s.tutor_person_id`,
    since: sql`s.state_at`,
    consequence: consequenceOf('certificate-waits'),
    from: sql`terreau.tutoring_session s`,
    where: sql`s.cooperative_id = ${cooperativeId} and s.state = 'disputed' and s.cancelled_at is null`,
    orderBy: sql`s.state_at, s.id`,
  }),
}

/** People who asked for a tutor, the longest wait first; the day is the one they hoped for. */
export const needsWithoutTutor: WorkSource = {
  kinds: ['tutor-to-find'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('tutor-to-find'),
    targetId: sql`n.id::text`,
    personId: sql`n.person_id`,
    since: sql`n.asked_at`,
    dueOn: sql`case n.urgency when 'this_week' then n.asked_at::date + 7
      when 'this_month' then (n.asked_at::date + interval '1 month')::date end`,
    consequence: consequenceOf('courtesy'),
    from: sql`terreau.tutoring_need n`,
    where: sql`n.cooperative_id = ${cooperativeId} and n.closed_at is null`,
    orderBy: sql`n.asked_at, n.id`,
  }),
}

/** Agreements that both accepted: the cooperative signs last. A later wording asks both again. */
export const agreementsToSign: WorkSource = {
  kinds: ['agreement-to-sign'],
  rows: ({ cooperativeId }) => ({
    kind: kindOf('agreement-to-sign'),
    targetId: sql`a.relation_id::text`,
    personId: sql`r.tutee_person_id`,
    since: sql`last.answered_at`,
    consequence: consequenceOf('courtesy'),
    from: sql`terreau.tutoring_agreement a
      join terreau.tutoring_relation r on r.cooperative_id = a.cooperative_id and r.id = a.relation_id
      cross join lateral (
        select max(one.answered_at) as answered_at, bool_and(one.answer = 'yes') and count(*) = 2 as is_accepted
          from (select distinct on (w.side) w.answer, w.answered_at from terreau.tutoring_agreement_answer w
                 where w.cooperative_id = a.cooperative_id and w.relation_id = a.relation_id and w.version = a.version
                 order by w.side, w.n desc) one) last`,
    where: sql`a.cooperative_id = ${cooperativeId} and last.is_accepted and r.ended_on is null
      and not exists (select 1 from terreau.tutoring_agreement b where b.cooperative_id = a.cooperative_id
                         and b.relation_id = a.relation_id and b.version > a.version)
      and not exists (select 1 from terreau.tutoring_countersignature c where c.cooperative_id = a.cooperative_id
                         and c.relation_id = a.relation_id and c.version = a.version)`,
    orderBy: sql`last.answered_at, a.relation_id`,
  }),
}
