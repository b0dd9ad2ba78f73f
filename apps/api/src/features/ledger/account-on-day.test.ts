import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

let test: TestApp
let coop: TestCooperative
let tester: TestTester
let staff: Caller
let own: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop)
  staff = await givenUser(test, coop, ['accountant'])
  tester = await givenTester(test, coop, scheme)
  own = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  for (const [month, cents] of [
    ['2026-10', 100_000n],
    ['2026-11', 50_000n],
  ] as const)
    await givenAccepted(test, coop, tester, month, { lines: { sales: [saleLine(cents)] } })
  // Booked on 31 October at 23:30 in Paris, which is 22:30 UTC, and on 1 November at 00:30.
  await queryAsOwner(
    test,
    `do $$ begin
       set session_replication_role = replica;
       update terreau.posting set posted_at = case month when '2026-10' then timestamptz '2026-10-31 22:30Z'
                                                         else timestamptz '2026-10-31 23:30Z' end;
       -- The day counted as the trigger counts it: October is booked on the 31st, November on the 1st.
       update terreau.account_day d set booked_on = '2026-11-01';
       insert into terreau.account_day
       select d.cooperative_id, d.account_id, '2026-10-31', m.balance_cents, m.month
         from terreau.account_day d
         join terreau.account_month m on m.account_id = d.account_id and m.month = '2026-10';
     end $$`,
  )
})
afterAll(() => test.close())

it('an account reads as it stood at the end of a day of Paris, equal to the ledger to the cent', async () => {
  const staffOn = async (asOf: string) =>
    (
      await call(test, staff, 'GET /activities/:activityId/account', {
        params: { activityId: tester.activityId },
        query: { asOf, month: '2026-11' },
      })
    ).body
  const ownOn = async (day: string) =>
    (await call(test, own, 'GET /me/account-on', { query: { day } })).body
  const days = ['2026-10-30', '2026-10-31', '2026-11-01', '2026-12-31']
  for (const day of days) {
    const [row] = await queryAsOwner<{ balance: string }>(
      test,
      `select coalesce(-sum(l.amount_cents), 0) as balance from terreau.ledger_line l
         join terreau.posting p on p.id = l.posting_id join terreau.account a on a.id = l.account_id
        where a.activity_id = $1 and (p.posted_at at time zone 'Europe/Paris')::date <= $2`,
      [tester.activityId, day],
    )
    const account = await staffOn(day)
    expect(account.closingCents).toBe(row?.balance)
    // The newest month with an entry by then, whatever month is asked for; the way out of it is another day.
    const month = day === '2026-10-30' ? null : day === '2026-10-31' ? '2026-10' : '2026-11'
    expect([account.asOf, account.month, account.earlierMonth]).toEqual([day, month, null])
    expect(account.openingCents).toBe(month === '2026-11' ? '90000' : '0')
    expect(await ownOn(day)).toMatchObject([
      { activityId: tester.activityId, balanceCents: row?.balance },
    ])
  }
  expect((await staffOn('2026-10-31')).closingCents).toBe('90000')
  expect((await staffOn('2026-10-30')).lines).toEqual([])
  const now = await call(test, staff, 'GET /activities/:activityId/account', {
    params: { activityId: tester.activityId },
  })
  expect([now.body.asOf, now.body.closingCents, now.body.balanceCents]).toEqual([
    null,
    '135000',
    '135000',
  ])
  expect([now.body.firstMonth, now.body.month, now.body.earlierMonth, now.body.laterMonth]).toEqual(
    ['2026-10', '2026-11', '2026-10', null],
  )
})
