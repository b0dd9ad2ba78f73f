import type { YearMonth } from '@terreau/domain/time/year-month'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { homeEndpoints } from '@terreau/protocol/home'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { askedBy, isReady } from './work-queue.ts'

type Strip = HandlerOutput<(typeof homeEndpoints)[1]>

/**
 * Where the open month stands. Who is expected has sent, is missing or is left for later: these three make
 * the first figure, by the month that a declaration is about. What is reviewed goes by the month in which it
 * is booked; how much of it comes late from an earlier month is said apart, so that all figures add up.
 */
export async function monthStrip(tx: Tx, ctx: Context): Promise<Strip> {
  const { openMonth, deadlineOn, isOver } = await askedBy(tx, ctx)
  const counts = await counted(tx, ctx.cooperativeId, openMonth)
  const { missing, question, toReview } = counts
  const blocking = missing + question + toReview
  const canClose = await isReady(tx, ctx, { openMonth, isOver, blocking })
  return { month: openMonth, deadlineOn, isOver, ...counts, canClose }
}

type Counts = Omit<Strip, 'month' | 'deadlineOn' | 'isOver' | 'canClose'>

async function counted(tx: Tx, cooperativeId: string, month: YearMonth): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with expected as (
      select distinct e.activity_id, e.person_id
        from terreau.contracts_in_month(${cooperativeId}::uuid, ${month}) e),
    sent as (
      select d.activity_id, d.person_id from terreau.declaration d
       where d.cooperative_id = ${cooperativeId} and d.concerns_month = ${month} and d.state <> 'draft'),
    later as (
      select m.activity_id, m.person_id from terreau.month_decision m
       where m.cooperative_id = ${cooperativeId} and m.month = ${month}),
    booked as (
      select d.state, count(*)::int as n, (count(*) filter (where d.concerns_month <> d.month))::int as late from terreau.declaration d
       where d.cooperative_id = ${cooperativeId} and d.month = ${month} and d.state <> 'draft'
       group by d.state)
    select (select count(*)::int from expected) as expected,
           (select count(*)::int from expected e where (e.activity_id, e.person_id) not in (select * from sent)
               and (e.activity_id, e.person_id) not in (select * from later)) as missing,
           (select count(*)::int from expected e where (e.activity_id, e.person_id) in (select * from later)
               and (e.activity_id, e.person_id) not in (select * from sent)) as postponed,
           (select count(*)::int from expected e where (e.activity_id, e.person_id) in (select * from sent)) as declared,
           coalesce((select sum(late)::int from booked), 0) as late,
           coalesce((select n from booked where state = 'question'), 0) as question,
           coalesce((select n from booked where state = 'submitted'), 0) as to_review,
           coalesce((select n from booked where state = 'accepted'), 0) as accepted`.execute(tx)
  return found(rows[0])
}
