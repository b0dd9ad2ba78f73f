import { chartCode, isAccountKind } from '@terreau/domain/ledger/account'
import { type Cents, cents } from '@terreau/domain/money/cents'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { PostingKind } from './views.ts'

const PAGE = 50

/** A page of the postings of a month, newest first, with the totals of the whole month. */
export async function listPostings(
  tx: Tx,
  cooperativeId: string,
  query: { month: YearMonth; cursor?: string | undefined },
) {
  const after = query.cursor === undefined ? null : readCursor(query.cursor)
  const rows = await postingPage(tx, cooperativeId, query.month, after)
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return {
    postings: page.map(toView),
    nextCursor: last ? writeCursor(last) : null,
    totals: await totalsByKind(tx, cooperativeId, query.month),
  }
}

interface PostingRow {
  id: string
  kind: PostingKind
  month: string
  concernsMonth: string
  postedAt: Date
  at: string
  reversesPostingId: string | null
  isReversed: boolean
  activityId: string | null
  activityName: string | null
  personName: string | null
  declarationId: string | null
  lines: { kind: string; key: string; params: Record<string, string>; amount: string }[]
}

async function postingPage(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
  after: Cursor | null,
): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select p.id, p.kind, p.month, p.concerns_month, p.posted_at, p.posted_at::text as at,
           p.reverses_posting_id, x.activity_id, t.name as activity_name,
           terreau.full_name(n.given_name, n.family_name) as person_name, d.id as declaration_id, x.lines,
           exists (select 1 from terreau.posting r where r.cooperative_id = p.cooperative_id
                      and r.reverses_posting_id = p.id) as is_reversed
      from terreau.posting p
      cross join lateral (
        select min(a.activity_id::text)::uuid as activity_id,
               jsonb_agg(jsonb_build_object('kind', a.kind, 'key', l.label_key, 'params', l.label_params,
                                            'amount', l.amount_cents::text) order by l.position) as lines
          from terreau.ledger_line l
          join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
         where l.cooperative_id = p.cooperative_id and l.posting_id = p.id) x
      left join terreau.activity t on t.cooperative_id = p.cooperative_id and t.id = x.activity_id
      left join terreau.acceptance c on c.cooperative_id = p.cooperative_id and c.id = p.source_id
      left join terreau.declaration d on d.cooperative_id = p.cooperative_id and d.id = c.declaration_id
      left join lateral (
        select s.given_name, s.family_name from terreau.activity_member m
          join terreau.person s on s.cooperative_id = m.cooperative_id and s.id = m.person_id
         where m.cooperative_id = p.cooperative_id and m.activity_id = x.activity_id
           and (d.person_id is null or d.person_id = s.id)
         order by m.share_permille desc, s.id limit 1) n on true
     where p.cooperative_id = ${cooperativeId} and p.month = ${month}
       and (${after?.at ?? null}::timestamptz is null
            or (p.posted_at, p.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
     order by p.posted_at desc, p.id desc
     limit ${PAGE + 1}`.execute(tx)
  return rows
}

function toView(row: PostingRow) {
  const lines = row.lines.map((line) => ({
    accountKind: line.kind,
    chartCode: codeOf(line.kind),
    labelKey: line.key,
    labelParams: line.params,
    amountCents: cents(BigInt(line.amount)),
  }))
  const debit = lines.reduce(
    (sum, { amountCents }) => (amountCents > 0n ? sum + amountCents : sum),
    0n,
  )
  return {
    id: row.id,
    kind: row.kind,
    month: yearMonth(row.month),
    concernsMonth: yearMonth(row.concernsMonth),
    postedAt: row.postedAt.toISOString(),
    reversesPostingId: row.reversesPostingId,
    isReversed: row.isReversed,
    activityId: row.activityId,
    activityName: row.activityName ?? '',
    personName: row.personName ?? '',
    declarationId: row.declarationId,
    debitCents: cents(debit),
    lines,
  }
}

async function totalsByKind(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<{ accountKind: string; chartCode: string; debitCents: Cents; creditCents: Cents }[]> {
  const { rows } = await sql<{ kind: string; debit: bigint; credit: bigint }>`
    select a.kind,
           coalesce(sum(l.amount_cents) filter (where l.amount_cents > 0), 0)::bigint as debit,
           coalesce(-sum(l.amount_cents) filter (where l.amount_cents < 0), 0)::bigint as credit
      from terreau.posting p
      join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
     where p.cooperative_id = ${cooperativeId} and p.month = ${month}
     group by a.kind
     order by a.kind`.execute(tx)
  return rows.map((row) => ({
    accountKind: row.kind,
    chartCode: codeOf(row.kind),
    debitCents: cents(row.debit),
    creditCents: cents(row.credit),
  }))
}

/** What each activity has now, by family name. */
export async function listAccounts(tx: Tx, cooperativeId: string) {
  const { rows } = await sql<{
    activityId: string
    activityName: string
    personId: string
    personName: string
    personReference: string
    balance: bigint
    lastMonth: string | null
  }>`
    select a.id as activity_id, a.name as activity_name, p.id as person_id,
           terreau.full_name(p.given_name, p.family_name) as person_name, p.reference as person_reference,
           coalesce((select -sum(c.balance_cents) from terreau.account c
              where c.cooperative_id = a.cooperative_id and c.activity_id = a.id), 0)::bigint as balance,
           (select max(x.month) from terreau.acceptance x
             where x.cooperative_id = a.cooperative_id and x.activity_id = a.id) as last_month
      from terreau.activity a
      join lateral (select m.person_id from terreau.activity_member m
                     where m.cooperative_id = a.cooperative_id and m.activity_id = a.id
                     order by m.share_permille desc, m.person_id limit 1) m on true
      join terreau.person p on p.cooperative_id = a.cooperative_id and p.id = m.person_id
     where a.cooperative_id = ${cooperativeId} and a.archived_at is null and p.archived_at is null
     order by p.search_name collate "C", a.id`.execute(tx)
  return rows.map(({ balance, lastMonth, ...row }) => ({
    ...row,
    balanceCents: cents(balance),
    lastMonth: lastMonth === null ? null : yearMonth(lastMonth),
  }))
}

function codeOf(kind: string): string {
  return isAccountKind(kind) ? chartCode(kind) : ''
}

interface Cursor {
  at: string
  id: string
}

function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at}|${id}`).toString('base64url')
}

function readCursor(text: string): Cursor {
  const [at, id] = Buffer.from(text, 'base64url').toString('utf8').split('|')
  const isCursor = at !== undefined && /^[\d: .+-]+$/.test(at) && /^[\da-f-]{36}$/.test(id ?? '')
  if (!isCursor || id === undefined) {
    const errors = [{ pointer: '/query/cursor', code: 'field-not-accepted' }]
    throw new ProblemError('request-invalid', undefined, errors)
  }
  return { at, id }
}
