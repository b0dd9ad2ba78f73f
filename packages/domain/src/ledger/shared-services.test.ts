import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import {
  monthsOfYear,
  SHARED_SERVICES_NATURES,
  type SharedServicesLine,
  sharedServicesAccount,
  sideOfNature,
  whatStopsGiving,
  yearsBeside,
} from './shared-services.ts'

const line = (nature: SharedServicesLine['nature'], amount: bigint) => ({
  nature,
  amountCents: cents(amount),
})
const ledger = (contribution: bigint, cover: bigint) => ({
  contributionCents: cents(contribution),
  accidentCoverCents: cents(cover),
})
const year = (firstMonth: string, lastMonth: string) => ({
  firstMonth: yearMonth(firstMonth),
  lastMonth: yearMonth(lastMonth),
})

describe('the account of the shared services', () => {
  it('says where the resources come from, what they paid for and what is left', () => {
    const account = sharedServicesAccount(ledger(9_000_000n, 47_400n), [
      line('team_pay', 7_200_000n),
      line('subsidy', 1_500_000n),
      line('premises', 1_800_000n),
      line('accident_cover', 47_400n),
    ])
    expect(account.resourcesCents).toBe(10_547_400n)
    expect(account.chargesCents).toBe(9_047_400n)
    expect(account.resultCents).toBe(1_500_000n)
    // 853.3, 4.5 and 142.2 thousandths: the largest remainder makes the missing one.
    expect(account.contributions.sharePermille).toBe(853)
    expect(account.accidentCover.sharePermille).toBe(5)
    expect(account.resources.map(({ sharePermille }) => sharePermille)).toEqual([142])
    expect(account.charges.map((one) => [one.nature, one.sharePermille])).toEqual([
      ['team_pay', 796],
      ['premises', 199],
      ['accident_cover', 5],
    ])
  })

  it('says no parts of a side that holds nothing, or of contributions that were given back', () => {
    const empty = sharedServicesAccount(ledger(0n, 0n), [])
    expect([empty.contributions.sharePermille, empty.resultCents]).toEqual([null, 0n])
    const givenBack = sharedServicesAccount(ledger(-5_000n, 0n), [line('subsidy', 20_000n)])
    expect(givenBack.resourcesCents).toBe(15_000n)
    expect(givenBack.resources[0]?.sharePermille).toBeNull()
  })

  it('adds up to the cent, and its parts to the whole, whatever the amounts', () => {
    const amount = fc.bigInt(1n, 10n ** 13n)
    const lines = fc.array(fc.tuple(fc.constantFrom(...SHARED_SERVICES_NATURES), amount), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 13n), amount, lines, (contribution, cover, drawn) => {
        const account = sharedServicesAccount(
          ledger(contribution, cover),
          drawn.map(([nature, value]) => line(nature, value)),
        )
        const charges = drawn.filter(([nature]) => sideOfNature(nature) === 'charge')
        const total = charges.reduce((sum, [, value]) => sum + value, 0n)
        expect(account.chargesCents).toBe(total)
        expect(account.charges).toHaveLength(charges.length)
        expect(account.resourcesCents - account.chargesCents).toBe(account.resultCents)
        const shares = [account.contributions, account.accidentCover, ...account.resources]
        const sum = shares.reduce((all, one) => all + (one.sharePermille ?? 0), 0)
        expect(sum).toBe(1_000)
      }),
    )
  })
})

describe('a financial year', () => {
  const of = {
    firstKept: yearMonth('2025-10'),
    firstOpen: yearMonth('2026-02'),
    today: localDate('2026-03-15'),
  }

  it('has months before the books, closed ones, open ones and those to come', () => {
    const months = monthsOfYear(year('2025-09', '2026-04'), of)
    expect(months.map(({ state }) => state)).toEqual([
      'before',
      'closed',
      'closed',
      'closed',
      'closed',
      'open',
      'open',
      'to-come',
    ])
  })

  it('is given once it is over and closed, with at least one charge; else it says what is missing', () => {
    const stops = (
      given: ReturnType<typeof year>,
      today: string,
      chargesCents = cents(1n),
      firstOpen = of.firstOpen,
    ) =>
      whatStopsGiving({
        year: given,
        months: monthsOfYear(given, { ...of, firstOpen, today: localDate(today) }),
        chargesCents,
        today: localDate(today),
      })
    const calendar = year('2025-01', '2025-12')
    expect(stops(calendar, '2026-03-15')).toBeNull()
    expect(stops(calendar, '2026-03-15', cents(0n))?.code).toBe('shared-services-no-charge')
    expect(stops(calendar, '2025-12-31')).toEqual({
      code: 'shared-services-year-not-over',
      lastDay: '2025-12-31',
    })
    expect(stops(calendar, '2026-01-01', cents(1n), yearMonth('2025-11'))).toEqual({
      code: 'shared-services-month-open',
      month: '2025-11',
    })
  })

  it('leaves a given account in its place when the beginning of the years is changed', () => {
    const years = [
      year('2026-09', '2027-08'),
      year('2026-01', '2026-08'),
      year('2025-01', '2025-12'),
    ]
    expect(yearsBeside(years, [year('2025-07', '2026-06')])).toEqual([years[0]])
  })
})
