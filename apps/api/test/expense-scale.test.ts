import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf, getAs } from './buffers-of.ts'
import { givenScheme, givenTester } from './given-money.ts'
import { queryAsOwner } from './query-as-owner.ts'
import {
  type Caller,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from './test-app.ts'

/** What a page of ten years may read, compared with the same page after one month. */
const MOST_TIMES = 1.5
/** Lines of a month: more than a page, whatever the view. */
const LINES = 240

interface Place {
  cooperativeId: string
  staff: Caller
}

let test: TestApp
let plans: pg.Pool
let young: Place
let old: Place

beforeAll(async () => {
  test = await createTestApp()
  plans = connect(test.urls.appUrl, { max: 1 }).pool
  young = await givenPlace(1)
  old = await givenPlace(120)
  await queryAsOwner(test, 'vacuum analyze', [])
}, 180_000)
afterAll(async () => {
  await plans.end()
  await test.close()
})

it.each(['to-pay', 'paid', 'all'] as const)(
  'a page of expenses costs after ten years what it costs after one month: %s',
  async (view) => {
    const one = await read(young, `/expenses?view=${view}`)
    for (const page of [1, 47, 100]) {
      const ten = await read(old, `/expenses?view=${view}&page=${page}`)
      // A page in the middle may begin in one month and end in the next.
      const most = MOST_TIMES * one * (page === 1 ? 1 : 2)
      expect(ten, `${one} buffers for one month, ${ten} on page ${page}`).toBeLessThanOrEqual(most)
    }
  },
)

it('each line is on one page, and the pages hold what is counted', async () => {
  const seen = new Set<string>()
  let total = 0
  for (let page = 1; page <= 150; page += 1) {
    const response = await getAs({ test, caller: old.staff }, `/expenses?view=paid&page=${page}`)
    const body = await response.json()
    total = body.total
    for (const row of body.rows) seen.add(row.lineId)
  }
  expect([seen.size, total]).toEqual([(LINES / 2) * 120, (LINES / 2) * 120])
})

async function givenPlace(months: number): Promise<Place> {
  const coop = await givenCooperative(test)
  const staff = await givenUser(test, coop, ['accountant'])
  const tester = await givenTester(test, coop, await givenScheme(test, coop))
  await queryAsOwner(test, FILLED, [
    coop.id,
    tester.activityId,
    tester.personId,
    tester.contractId,
    months,
    LINES,
  ])
  await queryAsOwner(test, PAID, [coop.id, staff.userId])
  return { cooperativeId: coop.id, staff }
}

function read({ cooperativeId, staff }: Place, path: string): Promise<number> {
  return buffersOf({ test, plans, cooperativeId, caller: staff }, path)
}

/** A declaration a month, accepted; every second line of it is then paid. */
const FILLED = `
  with declared as (
    insert into terreau.declaration (cooperative_id, id, activity_id, person_id, contract_id, month,
      concerns_month, state, number, declared_by, submitted_at)
    select $1::uuid, gen_random_uuid(), $2::uuid, $3::uuid, $4::uuid, m, m, 'accepted', 'A-' || m, $3::uuid, now()
      from generate_series(1, $5::int) n, to_char(date '2026-11-01' - n * interval '1 month', 'YYYY-MM') m
    returning *),
  spent as (
    insert into terreau.expense_line (cooperative_id, declaration_id, id, position, spent_on, category,
      gross_cents, vat_cents, recoverable_vat_cents, cost_cents, receipt_state)
    select d.cooperative_id, d.id, gen_random_uuid(), n, (d.month || '-05')::date, 'train', 100 + n, 0, 0, 100 + n, 'missing'
      from declared d, generate_series(1, $6::int) n
    returning *),
  accepted as (
    insert into terreau.acceptance (cooperative_id, id, declaration_id, activity_id, month, concerns_month,
      accepted_by, scheme_id, contribution_base_cents, revenue_cents, output_vat_cents, input_vat_cents,
      production_purchase_cents, other_expense_cents, contribution_cents, accident_cover_cents, movement_cents,
      is_nil, contribution_lines)
    select d.cooperative_id, gen_random_uuid(), d.id, d.activity_id, d.month, d.month, 'test', c.scheme_id,
           0, 0, 0, 0, 0, 0, 0, 0, 0, false, '[]'
      from declared d join terreau.contract c on c.cooperative_id = d.cooperative_id and c.id = d.contract_id)
  select 1 from spent limit 1`

const PAID = `
  insert into terreau.expense_act (cooperative_id, id, declaration_id, line_id, axis, act, done_on, amount_cents, done_by)
  select s.cooperative_id, gen_random_uuid(), s.declaration_id, s.id, 'payment', 'paid', '2026-11-02', s.gross_cents, $2::uuid
    from terreau.expense_line s where s.cooperative_id = $1::uuid and s.position % 2 = 0`
