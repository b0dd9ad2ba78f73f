import type { RecapAnswer } from '@terreau/domain/declarations/recap'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { type RawBuilder, sql } from 'kysely'
import { type Tx, zoneOf } from '../../platform/db/transaction.ts'
import type { FlaggedExpenseRow, FlaggedSaleRow } from './review-flags.ts'

export type QueueView = 'to-review' | 'questions' | 'answered' | 'missing' | 'accepted' | 'all'

export interface QueueRow {
  id: string | null
  version: number | null
  personId: string
  personName: string
  activityId: string
  activityName: string
  state: 'missing' | 'draft' | 'returned' | 'submitted' | 'question' | 'accepted'
  hasAnswer: boolean
  number: string | null
  concernsMonth: YearMonth
  submittedOn: string | null
  submittedAt: string | null
  sales: FlaggedSaleRow[]
  expenses: FlaggedExpenseRow[]
  trips: number
  earlierCents: string[]
  currencies: string[]
  recap: RecapMark
  recapLineId: string | null
}

/** 'none': nobody was on the phone. 'waiting': the person has not answered about the lines as they are. */
export type RecapMark = 'none' | 'waiting' | RecapAnswer

export interface Queue {
  counts: Record<QueueView, number>
  rows: QueueRow[]
}

export const QUEUE_PAGE_SIZE = 100

/**
 * One page of the queue with everything its flags need, and the count of each view, in one statement:
 * a page of forty people costs one round trip.
 */
export async function queuePage(
  tx: Tx,
  of: { cooperativeId: string; month: YearMonth; view: QueueView; page: number },
): Promise<Queue> {
  const { cooperativeId, month } = of
  const { rows } = await sql<Queue>`
    with sent as (
      select d.id, d.version, d.person_id, d.activity_id, d.state, d.number, d.concerns_month, d.submitted_at,
             d.channel, d.draft,
             exists (select 1 from terreau.question q where q.cooperative_id = d.cooperative_id
                      and q.declaration_id = d.id and q.answer is not null
                      and q.answered_at >= d.submitted_at) as has_answer
        from terreau.declaration d
       where d.cooperative_id = ${cooperativeId} and d.month = ${month} and d.state <> 'draft'
    ), expected as (
      select distinct c.person_id, c.activity_id from terreau.contract c
       where c.cooperative_id = ${cooperativeId} and c.state = 'active'
         and c.starts_on <= ${lastDay(month)} and coalesce(c.ends_on, 'infinity') >= ${firstDay(month)}
    ), item as (
      select s.* from sent s
      union all
      select null::uuid, null::integer, e.person_id, e.activity_id,
             case when bool_or(d.returned_at is not null) then 'returned'
                  when bool_or(d.id is not null) then 'draft' else 'missing' end,
             null::text, ${month}::text, null::timestamptz, null::text, null::jsonb, false
        from expected e
        left join terreau.declaration d on d.cooperative_id = ${cooperativeId}
         and d.person_id = e.person_id and d.activity_id = e.activity_id and d.concerns_month = ${month}
       group by e.person_id, e.activity_id
      having not coalesce(bool_or(d.state <> 'draft'), false)
    ), page as (
      select i.*, p.given_name, p.family_name, p.search_name, a.name as activity_name
        from item i
        join terreau.person p on p.cooperative_id = ${cooperativeId} and p.id = i.person_id
        join terreau.activity a on a.cooperative_id = ${cooperativeId} and a.id = i.activity_id
       where ${inView(of.view)}
       order by i.submitted_at nulls last, p.search_name collate "C", i.person_id, i.activity_id
       limit ${QUEUE_PAGE_SIZE} offset ${(of.page - 1) * QUEUE_PAGE_SIZE}
    )
    select (select jsonb_build_object(
              'to-review', count(*) filter (where state = 'submitted'),
              'questions', count(*) filter (where state = 'question'),
              'answered', count(*) filter (where state = 'submitted' and has_answer),
              'missing', count(*) filter (where state in ('missing', 'draft', 'returned')),
              'accepted', count(*) filter (where state = 'accepted'),
              'all', count(*)) from item) as counts,
           coalesce((select jsonb_agg(${rowJson(cooperativeId)}
                       order by g.submitted_at nulls last, g.search_name collate "C", g.person_id, g.activity_id)
                       from page g left join lateral (
                         select k.answer, k.line_id from terreau.declaration_confirmation k
                          where g.channel = 'staff' and k.cooperative_id = ${cooperativeId} and k.declaration_id = g.id
                            and k.lines_digest = terreau.declared_digest(${cooperativeId}::uuid, g.id)
                          order by k.n desc limit 1) c on true), '[]') as rows`.execute(tx)
  const queue = rows[0]
  if (queue === undefined) throw new Error('a statement without from answers one row')
  return queue
}

function inView(view: QueueView): RawBuilder<boolean> {
  switch (view) {
    case 'to-review':
      return sql`i.state = 'submitted'`
    case 'questions':
      return sql`i.state = 'question'`
    case 'answered':
      return sql`i.state = 'submitted' and i.has_answer`
    case 'missing':
      return sql`i.state in ('missing', 'draft', 'returned')`
    case 'accepted':
      return sql`i.state = 'accepted'`
    case 'all':
      return sql`true`
  }
}

/** Amounts travel as text: JSON numbers would lose cents. */
function rowJson(cooperativeId: string): RawBuilder<unknown> {
  return sql`jsonb_build_object(
    'id', g.id, 'version', g.version, 'personId', g.person_id,
    'personName', terreau.full_name(g.given_name, g.family_name),
    'activityId', g.activity_id, 'activityName', g.activity_name, 'state', g.state,
    'hasAnswer', g.has_answer, 'number', g.number, 'concernsMonth', g.concerns_month,
    'submittedOn', to_char(g.submitted_at at time zone ${zoneOf(cooperativeId)}, 'YYYY-MM-DD'),
    'submittedAt', to_char(g.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'sales', ${salesJson(cooperativeId)}, 'expenses', ${expensesJson(cooperativeId)},
    'trips', (select count(*) from terreau.trip_line t
               where t.cooperative_id = ${cooperativeId} and t.declaration_id = g.id),
    'recap', case when g.channel = 'staff' then coalesce(c.answer, 'waiting') else 'none' end, 'recapLineId', c.line_id,
    'earlierCents', ${earlierJson(cooperativeId)}, 'currencies', ${currenciesJson(cooperativeId)})`
}

function salesJson(cooperativeId: string): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'on', l.sold_on,
      'minor', l.amount_minor::text, 'currency', l.currency, 'cents', l.euro_cents::text,
      'isCashAtHand', l.money_place = 'at_hand',
      'hasReceipt', case
        when exists (select 1 from terreau.receipt r where r.cooperative_id = l.cooperative_id
                      and r.declaration_id = l.declaration_id and r.line_id = l.id) then true
        when g.channel = 'import' then null
        when exists (select 1 from jsonb_array_elements(coalesce(g.draft -> 'sales', '[]')) s
                      where s ->> 'id' = l.id::text and s ->> 'noReceiptReason' = 'on_paper') then null
        else false end) order by l.position)
    from terreau.sale_line l where l.cooperative_id = ${cooperativeId} and l.declaration_id = g.id), '[]')`
}

function expensesJson(cooperativeId: string): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'on', l.spent_on,
      'cents', l.gross_cents::text, 'category', l.category, 'receiptName', l.receipt_name,
      'hasReceipt', case l.receipt_state when 'attached' then true when 'missing' then false end)
      order by l.position)
    from terreau.expense_line l where l.cooperative_id = ${cooperativeId} and l.declaration_id = g.id), '[]')`
}

/** Sales of the last three months that were declared, the nil ones included. */
function earlierJson(cooperativeId: string): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(m.total) from (
      select coalesce(sum(l.euro_cents), 0)::text as total
        from terreau.declaration e
        left join terreau.sale_line l on l.cooperative_id = e.cooperative_id and l.declaration_id = e.id
       where e.cooperative_id = ${cooperativeId} and e.person_id = g.person_id
         and e.activity_id = g.activity_id and e.concerns_month < g.concerns_month and e.state <> 'draft'
       group by e.concerns_month order by e.concerns_month desc limit 3) m), '[]')`
}

function currenciesJson(cooperativeId: string): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(distinct l.currency)
      from terreau.sale_line l
      join terreau.declaration e on e.cooperative_id = l.cooperative_id and e.id = l.declaration_id
     where e.cooperative_id = ${cooperativeId} and e.person_id = g.person_id
       and e.activity_id = g.activity_id and e.concerns_month < g.concerns_month and e.state <> 'draft'), '[]')`
}
