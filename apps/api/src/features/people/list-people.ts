import type { Cents } from '@terreau/domain/money/cents'
import { isPersonStage, type PersonStage } from '@terreau/domain/pipeline/stage'
import type { LocalDate } from '@terreau/domain/time/local-date'
import {
  firstDay,
  lastDay,
  monthOf,
  previousMonth,
  type YearMonth,
} from '@terreau/domain/time/year-month'
import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import type { peopleEndpoints } from '@terreau/protocol/people'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { endsSoon } from './ends-soon.ts'
import { searchWords } from './search-name.ts'

const PAGE = 50

const cursor = z.tuple([z.string(), z.uuid()])

type ListEndpoint = (typeof peopleEndpoints)[0]
type Filter = HandlerInput<ListEndpoint>['query']

interface Row {
  id: string
  reference: string
  familyName: string
  givenName: string
  searchName: string
  activity: string | null
  kind: 'CAPE' | 'CESA' | null
  state: string | null
  endsOn: LocalDate | null
  lastDeclaredMonth: YearMonth | null
  balanceCents: Cents
  stage: string
  adviserName: string | null
  total: number | null
}

/** One page of people in one statement: the page is cut first, then contract, month and balance join it. */
export async function listPeople(
  tx: Tx,
  ctx: Context,
  filter: Filter,
): Promise<HandlerOutput<ListEndpoint>> {
  const month = previousMonth(monthOf(ctx.today))
  const matches = matching(ctx, filter, month)
  const after = decodeCursor(filter.after, cursor)
  const { rows } = await sql<Row>`
    with page as materialized (
      select p.id, p.reference, p.family_name, p.given_name, p.search_name, p.adviser_user_id
        from terreau.person p
       where ${matches}
         and ${after === null ? sql`true` : sql`(p.search_name collate "C", p.id) > (${after[0]}, ${after[1]}::uuid)`}
       order by p.search_name collate "C", p.id
       limit ${PAGE + 1})
    select page.*, owned.activity, owned.balance_cents, owned.last_declared_month,
           c.kind, c.state, c.ends_on, u.display_name as adviser_name,
           terreau.person_stage(${ctx.cooperativeId}, page.id, ${ctx.today}::date) as stage,
           ${after === null ? sql`(select count(*)::int from terreau.person p where ${matches})` : sql`null`} as total
      from page
      left join lateral ${owned(ctx)} owned on true
      left join lateral ${shownContract(ctx)} c on true
      left join terreau.app_user u on u.id = page.adviser_user_id
     order by page.search_name collate "C", page.id`.execute(tx)
  const people = rows.slice(0, PAGE)
  const last = people.at(-1)
  const hasMore = rows.length > PAGE && last !== undefined
  return {
    total: after === null ? (rows[0]?.total ?? 0) : null,
    month,
    people: people.map(toLine),
    next: hasMore ? encodeCursor([last.searchName, last.id]) : null,
  }
}

function toLine(row: Row): HandlerOutput<ListEndpoint>['people'][number] {
  const { kind, state } = row
  return {
    id: row.id,
    reference: row.reference,
    familyName: row.familyName,
    givenName: row.givenName,
    activity: row.activity ?? '',
    contract: kind === null || state === null ? null : { kind, state, endsOn: row.endsOn },
    lastDeclaredMonth: row.lastDeclaredMonth,
    balanceCents: row.balanceCents,
    stage: personStageOf(row.stage),
    adviserName: row.adviserName,
  }
}

/** What the activities of a person say together. Ledger lines are debit positive, so a balance is their opposite. */
function owned(ctx: Context): RawBuilder<unknown> {
  return sql`(
    select string_agg(a.name, ', ' order by a.name) as activity,
           coalesce(-sum(k.balance_cents), 0)::bigint as balance_cents,
           max(d.month) as last_declared_month
      from terreau.activity_member am
      join terreau.activity a on a.cooperative_id = am.cooperative_id and a.id = am.activity_id
      left join lateral (
        select sum(k.balance_cents) as balance_cents from terreau.account k
         where k.cooperative_id = am.cooperative_id and k.activity_id = am.activity_id) k on true
      left join lateral (
        select d.concerns_month as month from terreau.declaration d
         where d.cooperative_id = am.cooperative_id and d.activity_id = am.activity_id
           and d.person_id = am.person_id and d.state <> 'draft'
         order by d.concerns_month desc limit 1) d on true
     where am.cooperative_id = ${ctx.cooperativeId} and am.person_id in (select terreau.file_ids(${ctx.cooperativeId}, page.id)) and a.archived_at is null)`
}

/** The contract of today, else the one that comes, else the last one. */
function shownContract(ctx: Context): RawBuilder<unknown> {
  return sql`(
    select c.kind, c.ends_on,
           case when c.state = 'active' and c.ends_on < ${ctx.today}::date then 'ended' else c.state end as state
      from terreau.contract c
     where c.cooperative_id = ${ctx.cooperativeId} and c.person_id in (select terreau.file_ids(${ctx.cooperativeId}, page.id)) and c.state <> 'cancelled'
     order by (c.state = 'active' and c.starts_on <= ${ctx.today}::date
               and c.last_on >= ${ctx.today}::date) desc, c.starts_on desc
     limit 1)`
}

function matching(ctx: Context, filter: Filter, month: YearMonth): RawBuilder<unknown> {
  const words = searchWords(filter.search ?? '').slice(0, 8)
  const conditions = [
    sql`p.cooperative_id = ${ctx.cooperativeId} and p.archived_at is null and p.merged_into_id is null`,
    ...words.map((word) => sql`p.search_name like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    viewCondition(ctx, filter.view ?? 'all', month),
    stageCondition(ctx, filter.stage),
    filter.reference === undefined
      ? sql`true`
      : sql`lower(p.reference) = lower(${filter.reference})`,
    adviserCondition(filter.adviser),
  ]
  return sql.join(conditions, sql` and `)
}

function viewCondition(
  ctx: Context,
  view: NonNullable<Filter['view']>,
  month: YearMonth,
): RawBuilder<unknown> {
  const { today } = ctx
  switch (view) {
    case 'all':
      return sql`true`
    case 'active':
      return withContract(ctx, activeBetween(today, today))
    case 'ending':
      return withContract(ctx, sql`c.starts_on <= ${today}::date and ${endsSoon(today)}`)
    case 'undeclared':
      return withContract(
        ctx,
        sql`${activeBetween(firstDay(month), lastDay(month))}
        and not exists (select 1 from terreau.declaration d where d.cooperative_id = c.cooperative_id
          and d.activity_id = c.activity_id and d.person_id = c.person_id
          and d.concerns_month = ${month} and d.state <> 'draft')`,
      )
  }
}

function stageCondition(ctx: Context, stage: Filter['stage']): RawBuilder<unknown> {
  if (stage === undefined) return sql`true`
  return sql`terreau.person_stage(${ctx.cooperativeId}, p.id, ${ctx.today}::date) = ${stage}`
}

function adviserCondition(adviser: Filter['adviser']): RawBuilder<unknown> {
  if (adviser === undefined) return sql`true`
  return adviser === 'none' ? sql`p.adviser_user_id is null` : sql`p.adviser_user_id = ${adviser}`
}

function personStageOf(text: string): PersonStage {
  if (!isPersonStage(text)) throw new Error(`${text} is no stage`)
  return text
}

/**
 * Whose file has a contract like this, also under an id merged into it. Two lists that are each made once:
 * a look for every file would grow with their number.
 */
function withContract(ctx: Context, like: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    p.id in (select c.person_id from terreau.contract c
              where c.cooperative_id = ${ctx.cooperativeId} and ${like})
    or p.id in (select m.merged_into_id from terreau.person m
                  join terreau.contract c on c.cooperative_id = m.cooperative_id and c.person_id = m.id
                 where m.cooperative_id = ${ctx.cooperativeId} and m.merged_into_id is not null and ${like}))`
}

function activeBetween(from: LocalDate, to: LocalDate): RawBuilder<unknown> {
  return sql`c.state = 'active' and c.starts_on <= ${to}::date and c.last_on >= ${from}::date`
}
