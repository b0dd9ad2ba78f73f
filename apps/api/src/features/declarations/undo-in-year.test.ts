import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenDeclaration,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
  type TestTester,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  createTestApp,
  givenCooperative,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { acceptDeclaration, undoAcceptance } from './index.ts'

let test: TestApp
let coop: TestCooperative
let yearly: TestScheme

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  yearly = await givenScheme(test, coop, {
    period: 'year',
    floorCents: 0n,
    tiers: [
      { upToCents: 100_000n, rateBp: 1_000 },
      { upToCents: null, rateBp: 500 },
    ],
    negativeBase: 'given_back',
  })
})
afterAll(() => test.close())

const sales = (cents: bigint) => ({ lines: { sales: [saleLine(cents)] } })
const undo = (declarationId: string) =>
  asCommand(test, coop.id, (ctx) => undoAcceptance(ctx, { declarationId }))
const accept = (declarationId: string) =>
  asCommand(test, coop.id, (ctx) => acceptDeclaration(ctx, { declarationId }))

/** What the ledger has taken from an activity in all. */
async function contribution(tester: TestTester): Promise<bigint> {
  const [row] = await queryAsOwner<{ taken: string }>(
    test,
    `select coalesce(sum(l.amount_cents), 0)::text as taken from terreau.ledger_line l
       join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
      where a.cooperative_id = $1 and a.activity_id = $2 and a.kind = 'activity_contribution'`,
    [coop.id, tester.activityId],
  )
  return BigInt(row?.taken ?? '0')
}

describe('an acceptance taken back in a year of tiers', () => {
  it('settles the months that counted on it, and counts once when it comes again', async () => {
    const tester = await givenTester(test, coop, yearly)
    const september = await givenAccepted(test, coop, tester, '2026-09', sales(80_000n))
    const october = await givenAccepted(test, coop, tester, '2026-10', sales(60_000n))
    const november = await givenAccepted(test, coop, tester, '2026-11', sales(-30_000n))
    expect(await contribution(tester)).toBe(10_500n)
    await undo(september)
    // October and November alone: 300.00 at 10 %.
    expect(await contribution(tester)).toBe(3_000n)
    await undo(november)
    expect(await contribution(tester)).toBe(6_000n)
    await accept(september)
    expect(await contribution(tester)).toBe(12_000n)
    await undo(october)
    await undo(september)
    expect(await contribution(tester)).toBe(0n)
    for (const id of [november, september, october]) await accept(id)
    expect(await contribution(tester)).toBe(10_500n)
  })

  it('gives back only its own part of a month that was declared twice', async () => {
    const floor = await givenScheme(test, coop, { floorCents: 3_000n })
    const tester = await givenTester(test, coop, floor)
    const first = await givenAccepted(test, coop, tester, '2026-10', sales(100_000n))
    await givenAccepted(test, coop, tester, '2026-11', {
      ...sales(10_000n),
      concernsMonth: '2026-10',
    })
    expect(await contribution(tester)).toBe(11_000n)
    await undo(first)
    // 100.00 alone in October owe the floor, not their difference to 1,000.00.
    expect(await contribution(tester)).toBe(3_000n)
  })
})

it('two months accepted at the same moment still make one year', async () => {
  const tester = await givenTester(test, coop, yearly)
  const months = ['2026-08', '2026-09', '2026-10', '2026-11']
  const ids: string[] = []
  for (const month of months)
    ids.push(await givenDeclaration(test, coop, tester, month, sales(60_000n)))
  await Promise.all(ids.map(accept))
  // 10 % of 1,000.00 and 5 % of 1,400.00.
  expect(await contribution(tester)).toBe(17_000n)
})
