import { sql } from 'kysely'
import { consequenceOf, kindOf, type WorkSource } from './source.ts'

/** Sent and not accepted: to review, to review again after an answer, or waiting for one. */
export const sentDeclarations: WorkSource = {
  kinds: ['review-declaration', 'review-answer', 'question-waiting'],
  rows: ({ cooperativeId, openMonth }) => ({
    kind: sql`case when d.state = 'question' then 'question-waiting'
                   when q.answered_at is not null then 'review-answer' else 'review-declaration' end`,
    targetId: sql`d.id::text`,
    personId: sql`d.person_id`,
    activityId: sql`d.activity_id`,
    month: sql`d.concerns_month`,
    since: sql`coalesce(q.answered_at, q.asked_at, d.submitted_at)`,
    consequence: sql`case when d.month = ${openMonth} then 'blocks-closing' else 'blocks-pay' end`,
    from: sql`terreau.declaration d
      left join lateral (
        select max(x.answered_at) filter (where d.state = 'submitted' and x.answered_at >= d.submitted_at) as answered_at,
               max(x.asked_at) filter (where d.state = 'question' and x.answer is null) as asked_at
          from terreau.question x
         where x.cooperative_id = d.cooperative_id and x.declaration_id = d.id and x.withdrawn_at is null) q on true`,
    where: sql`d.cooperative_id = ${cooperativeId} and d.state in ('submitted', 'question')`,
    // The oldest month first: the open one is the oldest in which anything may wait.
    orderBy: sql`d.month, d.submitted_at, d.id`,
  }),
}

/** Expected for the open month once it is over, not sent, and not left to a later month by a decision. */
export const missingDeclarations: WorkSource = {
  kinds: ['missing-declaration'],
  rows: ({ cooperativeId, openMonth, deadlineOn, isOver }) => ({
    kind: kindOf('missing-declaration'),
    targetId: sql`e.activity_id::text || ' ' || e.person_id::text`,
    personId: sql`e.person_id`,
    activityId: sql`e.activity_id`,
    month: sql`${openMonth}::text`,
    dueOn: sql`${deadlineOn}::date`,
    consequence: consequenceOf('blocks-closing'),
    // Two contracts that meet within the month yield the same row twice, which is one thing to do.
    from: sql`terreau.contracts_in_month(${cooperativeId}::uuid, ${openMonth}) e`,
    // "Not in" and not "not exists": what was sent is read once from its index, not looked up each time.
    where: sql`${isOver}
       and (e.activity_id, e.person_id) not in (
             select d.activity_id, d.person_id from terreau.declaration d
              where d.cooperative_id = ${cooperativeId} and d.concerns_month = ${openMonth} and d.state <> 'draft')
       and (e.activity_id, e.person_id) not in (
             select m.activity_id, m.person_id from terreau.month_decision m
              where m.cooperative_id = ${cooperativeId} and m.month = ${openMonth})`,
    orderBy: sql`e.last_on, e.contract_id`,
  }),
}
