import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expenseLine, givenAccepted, givenTester, saleLine } from '../../../test/given-money.ts'
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
let direction: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  direction = await givenUser(test, coop, ['direction'])
})
afterAll(() => test.close())

type Scheme = Partial<Api['POST /schemes']['body']>
const flat = (rateBp: number) => ({ tiers: [{ upToCents: null, rateBp }] })

let count = 0
/** What a scheme, entered through the API, takes from months of sales since September, in cents. */
async function takes(
  scheme: Scheme,
  months: readonly bigint[],
  options: Parameters<typeof givenTester>[3] & { purchase?: bigint } = {},
): Promise<bigint[]> {
  count += 1
  const { purchase, ...person } = options
  const decided = await call(test, direction, 'POST /schemes', {
    body: {
      code: `AG-${count}`,
      decidedOn: '2026-05-29',
      decisionReference: 'AG du 29 mai 2026, résolution 4',
      base: 'revenue',
      period: 'month',
      ...flat(1_000),
      monthlyFloorCents: '0',
      fixedMonthlyCents: '0',
      exemptMonths: 0,
      exemptStatuses: [],
      deductedCosts: [],
      replaces: null,
      ...scheme,
    },
  })
  expect(decided.status).toBe(200)
  const tester = await givenTester(test, coop, { id: decided.body.id, code: '' }, person)
  const taken: bigint[] = []
  for (const [index, cents] of months.entries()) {
    const sales = cents === 0n ? [] : [saleLine(cents)]
    const expenses = purchase
      ? [expenseLine(purchase, 0n, { category: 'production_purchase' })]
      : []
    const month = `2026-${String(index + 9).padStart(2, '0')}`
    const id = await givenAccepted(test, coop, tester, month, { lines: { sales, expenses } })
    const [row] = await queryAsOwner<{ cents: string }>(
      test,
      'select contribution_cents::text as cents from terreau.acceptance where declaration_id = $1',
      [id],
    )
    taken.push(BigInt(row?.cents ?? '-1'))
  }
  return taken
}

const published: [
  rule: string,
  scheme: Scheme,
  months: bigint[],
  wanted: bigint[],
  kind?: 'CAPE',
][] = [
  ['one rate of the revenue', flat(1_150), [100_000n, 0n], [11_500n, 0n]],
  [
    'a fixed part and a rate of the gross margin; the fixed part spares the CAPE',
    {
      base: 'gross_margin',
      ...flat(1_350),
      fixedMonthlyCents: '3000',
      exemptStatuses: ['cape'],
      exemptionCovers: 'minimum',
    },
    [100_000n, 0n],
    [13_500n, 0n],
    'CAPE',
  ],
  [
    'nothing for six months, then a rate of the margin',
    { base: 'gross_margin', exemptMonths: 3 },
    [100_000n, 100_000n, 100_000n],
    [0n, 0n, 10_000n],
  ],
  [
    'rates that fall over the year',
    {
      period: 'year',
      tiers: [
        { upToCents: '3500000', rateBp: 1_000 },
        { upToCents: '4500000', rateBp: 800 },
        { upToCents: null, rateBp: 600 },
      ],
    },
    [3_400_000n, 300_000n, 900_000n],
    [340_000n, 26_000n, 64_000n + 6_000n],
  ],
  [
    'a minimum each month',
    { monthlyFloorCents: '4500' },
    [10_000n, 0n, 90_000n],
    [4_500n, 4_500n, 9_000n],
  ],
  [
    'a minimum only in a month with sales',
    { monthlyFloorCents: '4500', exemptBelowCents: '1' },
    [10_000n, 0n],
    [4_500n, 0n],
  ],
  [
    'nothing below an amount of revenue, then from the first euro',
    { exemptBelowCents: '50000' },
    [49_999n, 50_000n],
    [0n, 5_000n],
  ],
  [
    'at most so much a month',
    { monthlyCapCents: '30000' },
    [900_000n, 100_000n],
    [30_000n, 10_000n],
  ],
  [
    'at most so much a year, minimum included',
    { yearlyCapCents: '30000', monthlyFloorCents: '5000' },
    [250_000n, 90_000n, 0n],
    [25_000n, 5_000n, 0n],
  ],
  [
    'a rate and a part for the insurance',
    { ...flat(1_080), deductedCosts: ['train'] },
    [100_000n],
    [10_800n],
  ],
  [
    'a refund that gives the contribution back',
    { negativeBase: 'given_back' },
    [100_000n, -40_000n, -90_000n],
    [10_000n, -4_000n, -6_000n],
  ],
]
it.each(published)('%s', async (_rule, scheme, months, wanted, kind) => {
  const startsOn = '2026-08-01'
  expect(await takes(scheme, months, { startsOn, ...(kind ? { kind } : {}) })).toEqual(wanted)
})

it('a rate of the margin, without the purchases of production', async () => {
  const options = { purchase: 20_000n }
  expect(await takes({ base: 'gross_margin', ...flat(1_350) }, [100_000n], options)).toEqual([
    10_800n,
  ])
})

it('a maximum below the minimum is refused next to its field', async () => {
  const refused = await call(test, direction, 'POST /scheme-simulations', {
    body: {
      year: 2026,
      base: 'revenue',
      period: 'month',
      ...flat(1_000),
      monthlyFloorCents: '3000',
      fixedMonthlyCents: '1000',
      exemptMonths: 0,
      exemptStatuses: [],
      deductedCosts: [],
      yearlyCapCents: '3999',
      exemptBelowCents: '-1',
    },
  })
  expect(refused.problem.errors).toEqual([
    { pointer: '/body/exemptBelowCents', code: 'amount-negative' },
    { pointer: '/body/yearlyCapCents', code: 'cap-below-minimum' },
  ])
})
