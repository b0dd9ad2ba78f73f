import { execFileSync } from 'node:child_process'
import { formatCents } from '@terreau/i18n/format'
import { queryAsOwner } from '../../test/query-as-owner.ts'
import type { TestApp } from '../../test/test-app.ts'
import { type BarResult, fact } from '../bar.ts'
import type { House, Told } from './house.ts'

/** What was confirmed against the books, once every month that was raced for is closed. */
export async function compareBooks(
  test: TestApp,
  { told }: House,
  statements: number,
): Promise<BarResult['checks']> {
  return [
    ...(await declarations(test, told)),
    ...(await frozenFigures(test, told)),
    fact('entries behind a closing', await behindClosings(test), 0),
    fact(
      'late declarations that are no dated entry of a later month',
      await undated(test, told),
      0,
    ),
    fact('statements unlike the ledger', await wrongStatements(test, statements), 0),
  ]
}

/** Each declaration is there once, as it was confirmed, and counts; nothing else is there. */
async function declarations(
  test: TestApp,
  told: ReadonlyMap<string, Told>,
): Promise<BarResult['checks']> {
  const rows = await queryAsOwner<{ id: string; is: string; standing: number }>(
    test,
    `select d.id, concat_ws(' ', d.number, d.activity_id, d.concerns_month, d.month, d.state) as is,
            (select count(*)::int from terreau.standing_acceptance a where a.declaration_id = d.id) as standing
       from terreau.declaration d where d.state <> 'draft'`,
  )
  const stored = new Map(rows.map((row) => [row.id, row]))
  const asTold = ({ number, activityId, month, bookMonth, isAccepted }: Told): string =>
    [number, activityId, month, bookMonth, isAccepted ? 'accepted' : 'submitted'].join(' ')
  const wrong = [...told].filter(([id, one]) => stored.get(id)?.is !== asTold(one))
  const twice = [...told].filter(([id]) => (stored.get(id)?.standing ?? 0) > 1)
  const waiting = [...told.values()].filter(({ isAccepted }) => !isAccepted)
  return [
    fact('declarations lost or unlike what was confirmed', wrong.length, 0),
    fact('declarations counted twice', twice.length, 0),
    fact('declarations that nobody was told of', rows.filter(({ id }) => !told.has(id)).length, 0),
    fact('declarations sent into a month that closed without them', waiting.length, 0),
  ]
}

/** For each account and month: what the closing froze is the sum of what was confirmed for it. */
async function frozenFigures(
  test: TestApp,
  told: ReadonlyMap<string, Told>,
): Promise<BarResult['checks']> {
  const rows = await queryAsOwner<{ key: string; cents: string }>(
    test,
    `select activity_id || ' ' || month as key, revenue_cents::text as cents
       from terreau.closing_line where revenue_cents <> 0`,
  )
  const frozen = new Map(rows.map(({ key, cents }) => [key, BigInt(cents)]))
  const confirmed = new Map<string, bigint>()
  for (const { activityId, bookMonth, cents, isAccepted } of told.values()) {
    const key = `${activityId} ${bookMonth}`
    if (isAccepted) confirmed.set(key, (confirmed.get(key) ?? 0n) + cents)
  }
  const keys = new Set([...frozen.keys(), ...confirmed.keys()])
  const differing = [...keys].filter((key) => frozen.get(key) !== confirmed.get(key))
  return [fact('closed figures unlike what was confirmed', differing.length, 0)]
}

/** Accounts whose entries of a closed month do not sum to what was frozen of it. */
async function behindClosings(test: TestApp): Promise<number> {
  const rows = await queryAsOwner(
    test,
    `select 1 from terreau.closing_line f
       left join lateral (
         select coalesce(-sum(l.amount_cents), 0) as cents from terreau.posting p
           join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
           join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
          where p.cooperative_id = f.cooperative_id and p.month = f.month and a.activity_id = f.activity_id) b on true
      where f.movement_cents <> b.cents`,
  )
  return rows.length
}

/** What came too late is booked later, under its own month. */
async function undated(test: TestApp, told: ReadonlyMap<string, Told>): Promise<number> {
  const late = [...told].filter(([, { month, bookMonth }]) => month !== bookMonth)
  const rows = await queryAsOwner<{ id: string; booked: string }>(
    test,
    `select a.declaration_id as id, p.concerns_month || ' ' || p.month as booked from terreau.posting p
       join terreau.standing_acceptance a on a.cooperative_id = p.cooperative_id and a.id = p.source_id
      where p.source_kind = 'acceptance' and p.concerns_month < p.month`,
  )
  const booked = new Map(rows.map((row) => [row.id, row.booked]))
  return late.filter(([id, { month, bookMonth }]) => booked.get(id) !== `${month} ${bookMonth}`)
    .length
}

/** Some statements, read as a person reads them, against the sum of the entries until their month. */
async function wrongStatements(test: TestApp, count: number): Promise<number> {
  const rows = await queryAsOwner<{ bytes: Buffer; cents: string }>(
    test,
    `select f.bytes, (
         select -sum(l.amount_cents) from terreau.posting p
           join terreau.ledger_line l on l.cooperative_id = p.cooperative_id and l.posting_id = p.id
           join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
          where p.cooperative_id = s.cooperative_id and a.activity_id = s.activity_id
            and p.month <= s.month)::text as cents
       from terreau.closing_statement s
       join terreau.closing_line c using (cooperative_id, month, version, activity_id)
       join terreau.stored_file f on f.cooperative_id = s.cooperative_id and f.id = s.file_id
      where c.revenue_cents <> 0 order by s.month desc, s.activity_id limit $1`,
    [count],
  )
  const wrong = rows.filter(({ bytes, cents }) => {
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], {
      input: bytes,
      encoding: 'utf8',
    })
    return !squeezed(text).includes(squeezed(formatCents(BigInt(cents), 'fr')))
  })
  return wrong.length + count - rows.length
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}
