import { addDays, type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { QUEUE_KINDS } from '@terreau/protocol/home'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

const PAGE = 200
const ENDING_DAYS = 60

interface Asked {
  cooperativeId: string
  today: LocalDate
  openMonth: YearMonth
  /** The last day to declare the open month. */
  deadlineOn: LocalDate
  /** Before its end nobody is late for the open month. */
  isOver: boolean
}

interface ItemRow {
  kind: (typeof QUEUE_KINDS)[number]
  targetId: string
  personId: string
  personName: string
  activityName: string
  month: string | null
  since: Date | null
  dueOn: string | null
  blocksClosing: boolean
}

/**
 * Everything that waits, in one statement, ranked as the page says: what stops the closing of the open
 * month first, then the day it is wanted for, then what has waited longest.
 */
export async function queueItems(tx: Tx, asked: Asked) {
  const { cooperativeId } = asked
  const { rows } = await sql<ItemRow & { total: bigint; blocking: bigint }>`
    with item (kind, target_id, person_id, activity_id, month, since, due_on, blocks_closing) as (
      ${declarationItems(asked)}
      union all ${missingItems(asked)}
      union all ${contractItems(asked)}
      union all ${disputedItems(asked)}
    )
    select i.kind, i.target_id, i.person_id, p.given_name || ' ' || p.family_name as person_name,
           coalesce(a.name, '') as activity_name, i.month, i.since, i.due_on::text, i.blocks_closing,
           count(*) over () as total, count(*) filter (where i.blocks_closing) over () as blocking
      from item i
      join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = i.person_id
      left join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = i.activity_id
     order by i.blocks_closing desc, i.due_on nulls last, i.since nulls last, p.search_name collate "C",
              i.kind, i.target_id
     limit ${PAGE}`.execute(tx)
  return {
    total: Number(rows[0]?.total ?? 0n),
    blocking: Number(rows[0]?.blocking ?? 0n),
    items: rows.map(({ total: _total, blocking: _blocking, month, since, dueOn, ...row }) => ({
      ...row,
      month: month === null ? null : yearMonth(month),
      since: since?.toISOString() ?? null,
      dueOn: dueOn === null ? null : localDate(dueOn),
    })),
  }
}

/** Sent and not accepted: to review, to review again after an answer, or waiting for one. */
function declarationItems({ cooperativeId, openMonth }: Asked): RawBuilder<unknown> {
  return sql`
    select case when d.state = 'question' then 'question-waiting'
                when q.answered_at is not null then 'review-answer' else 'review-declaration' end,
           d.id::text, d.person_id, d.activity_id, d.concerns_month,
           coalesce(q.answered_at, q.asked_at, d.submitted_at), null::date, d.month = ${openMonth}
      from terreau.declaration d
      left join lateral (
        select max(x.answered_at) filter (where d.state = 'submitted' and x.answered_at >= d.submitted_at) as answered_at,
               max(x.asked_at) filter (where d.state = 'question' and x.answer is null) as asked_at
          from terreau.question x
         where x.cooperative_id = d.cooperative_id and x.declaration_id = d.id and x.withdrawn_at is null) q on true
     where d.cooperative_id = ${cooperativeId} and d.state in ('submitted', 'question')`
}

/** Expected for the open month once it is over, not sent, and not left to a later month by a decision. */
function missingItems({
  cooperativeId,
  openMonth,
  deadlineOn,
  isOver,
}: Asked): RawBuilder<unknown> {
  return sql`
    select 'missing-declaration', e.activity_id::text, e.person_id, e.activity_id, ${openMonth}::text,
           null::timestamptz, ${deadlineOn}::date, true
      from terreau.month_expected(${cooperativeId}::uuid, ${openMonth}) e
     where ${isOver}
       and not exists (select 1 from terreau.declaration d where d.cooperative_id = ${cooperativeId}
             and d.activity_id = e.activity_id and d.person_id = e.person_id
             and d.concerns_month = ${openMonth} and d.state <> 'draft')
       and not exists (select 1 from terreau.month_decision m where m.cooperative_id = ${cooperativeId}
             and m.month = ${openMonth} and m.activity_id = e.activity_id and m.person_id = e.person_id)`
}

/** Signed by the person and not by the cooperative; or ending soon with nothing that follows. */
function contractItems({ cooperativeId, today }: Asked): RawBuilder<unknown> {
  return sql`
    select case when c.state = 'signed' then 'countersign-contract' else 'contract-ending' end,
           c.id::text, c.person_id, c.activity_id, null::text,
           case when c.state = 'signed' then s.signed_at end,
           case when c.state = 'signed' then c.starts_on else c.ends_on end, false
      from terreau.contract c
      left join terreau.contract_signature s on s.cooperative_id = c.cooperative_id
       and s.contract_id = c.id and s.signer = 'person'
     where c.cooperative_id = ${cooperativeId}
       and (c.state = 'signed'
            or (c.state = 'active' and c.ends_on between ${today}::date and ${addDays(today, ENDING_DAYS)}::date
                and not exists (select 1 from terreau.contract n where n.cooperative_id = c.cooperative_id
                      and n.person_id = c.person_id and n.activity_id = c.activity_id
                      and n.state <> 'cancelled' and n.starts_on > c.ends_on)))`
}

/** Sessions whose last answer is not a yes: their hours do not count until that is settled. */
function disputedItems({ cooperativeId }: Asked): RawBuilder<unknown> {
  return sql`
    select 'session-disputed', s.id::text, s.tutor_person_id, null::uuid, null::text, a.answered_at,
           null::date, false
      from terreau.tutoring_session s
      join lateral (select x.answer, x.answered_at from terreau.tutoring_answer x
             where x.cooperative_id = s.cooperative_id and x.session_id = s.id
             order by x.n desc limit 1) a on a.answer <> 'yes'
     where s.cooperative_id = ${cooperativeId} and s.cancelled_at is null`
}
