import { randomUUID } from 'node:crypto'
import { readChecks } from '@terreau/db/checks'
import type { PostingLine } from '@terreau/domain/ledger/posting'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { addMonths, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../../../src/platform/context.ts'
import type { Tx } from '../../../src/platform/db/transaction.ts'
import { givenAccount } from '../../../test/given-account.ts'
import { givenScheme, givenTester, type TestScheme } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { accountOf, accountOnDay, balancesOn, newestMonthOn } from './account-of.ts'
import { balancesOf, postEntry, reverseEntry } from './index.ts'
import { changesOf, type MonthFigures, monthsAround, monthsOf } from './months-of.ts'

const FIRST = yearMonth('2023-01')
/** Three pages and a piece of a fourth. */
const MONTHS = 44
const LAST_DAY = 5
const KINDS = [
  'activity_revenue',
  'activity_production_purchase',
  'activity_expense',
  'activity_contribution',
  'activity_accident_cover',
  'activity_gross_pay',
  'activity_employer_contributions',
  'activity_bank_fee',
  'activity_exchange_loss',
  'activity_exchange_gain',
  'activity_opening',
] as const

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  scheme = await givenScheme(test, coop)
})
afterAll(() => test.close())

interface Act {
  month: number
  /** Months before the one it is booked in that it speaks of. */
  late: number
  lines: { kind: (typeof KINDS)[number]; amount: bigint }[]
  /** How many months later it is undone; null when it stands. */
  undoneAfter: number | null
  /** The day on which it is booked, counted from the first; entries come in any order. */
  day: number
}

const act: fc.Arbitrary<Act> = fc.record({
  month: fc.integer({ min: 0, max: MONTHS - 1 }),
  late: fc.integer({ min: 0, max: 12 }),
  lines: fc.array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      amount: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).filter((amount) => amount !== 0n),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  undoneAfter: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 4 }),
  day: fc.integer({ min: 0, max: LAST_DAY }),
})

interface Booked {
  month: YearMonth
  kind: (typeof KINDS)[number]
  amount: bigint
  day: number
}

it('the pages of an account sum to its lines to the cent, whatever is booked in whichever open month', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 60 }), async (acts) => {
      const { activityId } = await givenTester(test, coop, scheme)
      await asCommand(test, coop.id, async (ctx, tx) => {
        const booked: Booked[] = []
        for (const one of acts) booked.push(...(await book(tx, ctx, activityId, one)))
        const pages = await walk(tx, activityId)
        expect(pages).toEqual(expectedFigures(booked))
        const whole = (await balancesOf(tx, coop.id, [activityId])).get(activityId)
        expect(pages[0]?.balanceCents).toBe(whole)
        expect(sum((await changesOf(tx, coop.id, activityId)).map((one) => one.amountCents))).toBe(
          whole,
        )
        await expectMonths(tx, activityId, booked)
        await expectDays(tx, activityId, booked)
      })
    }),
    { numRuns: 12 },
  )
  for (const name of ['i-09-account-months', 'i-09-account-days']) {
    const check = readChecks().find((one) => one.name === name)
    expect(await queryAsOwner(test, check?.sql ?? '')).toEqual([])
  }
}, 120_000)

it('the phone knows the first month of a long account, and finds any year of it in one page', async () => {
  const tester = await givenTester(test, coop, scheme)
  await givenAccount(test, coop, tester, { months: 40, last: yearMonth('2026-10') })
  const own = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  const [account] = (await call(test, own, 'GET /me/account')).body
  expect(account).toMatchObject({ firstMonth: '2023-07', nextBefore: '2025-10' })
  for (const [year, months] of [
    [2025, 12],
    [2023, 6],
    [2022, 0],
  ] as const) {
    const page = await call(test, own, 'GET /me/account-months', {
      query: { before: `${year + 1}-01` },
    })
    expect(page.body.months.filter(({ month }) => month.startsWith(`${year}-`))).toHaveLength(
      months,
    )
  }
  const young = await givenTester(test, coop, scheme)
  const nobody = await givenUser(test, coop, ['tester'], { personId: young.personId })
  expect((await call(test, nobody, 'GET /me/account')).body).toMatchObject([{ firstMonth: null }])
})

/** The end of each day says what was booked by then, whatever was booked later and in whichever month. */
async function expectDays(tx: Tx, activityId: string, booked: readonly Booked[]): Promise<void> {
  for (let day = -1; day <= LAST_DAY; day += 1) {
    const on = localDate(`2026-03-${11 + day}`)
    const known = booked.filter((one) => one.day <= day)
    const total = sum(known.map(({ amount }) => amount))
    const newest = monthsIn(known)[0] ?? null
    const balances = await balancesOn(tx, coop.id, [activityId], on)
    expect(balances.get(activityId) ?? 0n).toBe(total)
    expect(await newestMonthOn(tx, coop.id, activityId, on)).toBe(newest)
    if (newest === null) continue
    const of = { day: on, newestMonth: newest, withOpenings: true }
    const account = await accountOnDay(tx, coop.id, activityId, of)
    const ofMonth = sum(known.filter((one) => one.month === newest).map(({ amount }) => amount))
    expect([account.openingCents, account.closingCents]).toEqual([total - ofMonth, total])
    expect(sum(account.lines.map((one) => one.effectCents))).toBe(ofMonth)
  }
}

async function book(tx: Tx, by: Context, activityId: string, one: Act): Promise<Booked[]> {
  const { day } = one
  // Half past midnight in Paris, still the day before in UTC.
  const ctx = { ...by, now: new Date(`2026-03-${String(10 + day).padStart(2, '0')}T23:30:00Z`) }
  const bookedIn = addMonths(FIRST, one.month)
  const lines: PostingLine[] = one.lines.map(({ kind, amount }) => line(kind, -amount, activityId))
  const total = sum(one.lines.map(({ amount }) => amount))
  // A counterpart of nothing is no line; two that cancel out keep the posting at two lines and more.
  const counterparts =
    total === 0n
      ? [line('suppliers', 1n, null), line('suppliers', -1n, null)]
      : [line('customers', total, null)]
  const { postingId } = await postEntry(
    tx,
    ctx,
    { kind: 'adjustment', month: bookedIn, lines: [...lines, ...counterparts] },
    { kind: 'acceptance', id: randomUUID(), concernsMonth: addMonths(bookedIn, -one.late) },
  )
  const booked = one.lines.map(({ kind, amount }) => ({ month: bookedIn, kind, amount, day }))
  if (one.undoneAfter === null) return booked
  const undoneIn = addMonths(bookedIn, one.undoneAfter)
  await reverseEntry(tx, ctx, postingId, {
    month: undoneIn,
    source: { kind: 'acceptance_undo', id: randomUUID() },
  })
  return [
    ...booked,
    ...booked.map(({ kind, amount }) => ({ month: undoneIn, kind, amount: -amount, day })),
  ]
}

function line(accountKind: PostingLine['accountKind'], amount: bigint, activityId: string | null) {
  return {
    accountKind,
    activityId,
    amountCents: cents(amount),
    labelKey: 'ledger.line.revenue',
    labelParams: { month: FIRST },
  } as const
}

/** Page after page, as a screen does. */
async function walk(tx: Tx, activityId: string): Promise<MonthFigures[]> {
  const months: MonthFigures[] = []
  let before: YearMonth | null | undefined
  while (before !== null) {
    const page = await monthsOf(tx, coop.id, activityId, before)
    expect(page.months.length).toBeGreaterThan(0)
    months.push(...page.months)
    before = page.nextBefore
  }
  return months
}

function expectedFigures(booked: readonly Booked[]): MonthFigures[] {
  return monthsIn(booked).map((one) => {
    const of = (...kinds: Booked['kind'][]) =>
      cents(
        sum(booked.filter((b) => b.month === one && kinds.includes(b.kind)).map((b) => b.amount)),
      )
    const spent = (...kinds: Booked['kind'][]) => cents(-of(...kinds))
    return {
      month: one,
      isClosed: false,
      hasStatement: false,
      revenueCents: of('activity_revenue'),
      productionPurchaseCents: spent('activity_production_purchase'),
      otherExpenseCents: spent('activity_expense'),
      contributionCents: spent('activity_contribution'),
      accidentCoverCents: spent('activity_accident_cover'),
      payCents: spent('activity_gross_pay', 'activity_employer_contributions'),
      bankCents: spent('activity_bank_fee', 'activity_exchange_loss', 'activity_exchange_gain'),
      openingPostedCents: of('activity_opening'),
      movementCents: of(...KINDS.filter((kind) => kind !== 'activity_opening')),
      balanceCents: cents(sum(booked.filter((b) => b.month <= one).map((b) => b.amount))),
    }
  })
}

/** Each month has its lines and no other's, between what there was before and after, and its neighbours. */
async function expectMonths(tx: Tx, activityId: string, booked: readonly Booked[]): Promise<void> {
  const months = monthsIn(booked)
  for (const [index, one] of months.entries()) {
    const whole = await accountOf(tx, coop.id, activityId, { month: one, withOpenings: true })
    const before = sum(booked.filter((b) => b.month < one).map((b) => b.amount))
    const own = booked.filter((b) => b.month === one).map((b) => b.amount)
    expect(whole.openingCents).toBe(before)
    expect(whole.closingCents).toBe(before + sum(own))
    expect(sorted(whole.lines.map((each) => each.effectCents))).toEqual(sorted(own))
    const printed = await accountOf(tx, coop.id, activityId, { month: one })
    expect(printed.closingCents).toBe(whole.closingCents)
    expect(await monthsAround(tx, coop.id, activityId, one)).toEqual({
      first: months.at(-1),
      last: months[0],
      month: one,
      earlier: months[index + 1] ?? null,
      later: months[index - 1] ?? null,
    })
  }
  expect((await monthsAround(tx, coop.id, activityId, undefined)).month).toBe(months[0])
}

/** Newest first. */
function monthsIn(booked: readonly Booked[]): YearMonth[] {
  return [...new Set(booked.map((one) => one.month))].sort().reverse()
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}

function sorted(amounts: readonly bigint[]): bigint[] {
  return [...amounts].sort((a, b) => (a < b ? -1 : Number(a > b)))
}
