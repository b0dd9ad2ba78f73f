import { sql } from 'kysely'
import { ofPerson, type WorkSource } from './source.ts'

/** Sent and not accepted: to review, to review again after an answer, or waiting for one. */
export const sentDeclarations: WorkSource = {
  kinds: ['review-declaration', 'review-answer', 'question-waiting'],
  rows: (asked) => sql`
    select case when d.state = 'question' then 'question-waiting'
                when q.answered_at is not null then 'review-answer' else 'review-declaration' end,
           d.id::text, d.person_id, d.activity_id, d.concerns_month,
           coalesce(q.answered_at, q.asked_at, d.submitted_at), null::date,
           case when d.month = ${asked.openMonth} then 'blocks-closing' else 'blocks-pay' end, ''
      from terreau.declaration d
      left join lateral (
        select max(x.answered_at) filter (where d.state = 'submitted' and x.answered_at >= d.submitted_at) as answered_at,
               max(x.asked_at) filter (where d.state = 'question' and x.answer is null) as asked_at
          from terreau.question x
         where x.cooperative_id = d.cooperative_id and x.declaration_id = d.id and x.withdrawn_at is null) q on true
     where d.cooperative_id = ${asked.cooperativeId} and d.state in ('submitted', 'question')
           ${ofPerson(asked, 'd.person_id')}`,
}

/** Expected for the open month once it is over, not sent, and not left to a later month by a decision. */
export const missingDeclarations: WorkSource = {
  kinds: ['missing-declaration'],
  rows: (asked) => {
    const { cooperativeId, openMonth } = asked
    return sql`
    select 'missing-declaration', e.activity_id::text || ' ' || e.person_id::text, e.person_id,
           e.activity_id, ${openMonth}::text, null::timestamptz, ${asked.deadlineOn}::date,
           'blocks-closing', ''
      from terreau.month_expected(${cooperativeId}::uuid, ${openMonth}) e
     where ${asked.isOver} ${ofPerson(asked, 'e.person_id')}
       and not exists (select 1 from terreau.declaration d where d.cooperative_id = ${cooperativeId}
             and d.activity_id = e.activity_id and d.person_id = e.person_id
             and d.concerns_month = ${openMonth} and d.state <> 'draft')
       and not exists (select 1 from terreau.month_decision m where m.cooperative_id = ${cooperativeId}
             and m.month = ${openMonth} and m.activity_id = e.activity_id and m.person_id = e.person_id)`
  },
}
