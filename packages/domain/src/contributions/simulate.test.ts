import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEWEST_PEOPLE } from '../anonymity/safe-cells.ts'
import { cents, subtract, sumCents, ZERO } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import type { ContributionScheme } from './scheme.ts'
import { type SimulatedMonth, type SimulatedPerson, simulateScheme } from './simulate.ts'

const TWELVE_PERCENT: ContributionScheme = {
  code: 'AG2027-12PC',
  decidedOn: localDate('2026-11-20'),
  base: 'revenue',
  period: 'month',
  tiers: [{ upToCents: null, rateBp: rateBp(1_200n) }],
  monthlyFloorCents: ZERO,
  fixedMonthlyCents: ZERO,
  exemptMonths: 0,
  exemptStatuses: [],
  deductedCosts: [],
  negativeBase: 'as_nil',
  exemptionCovers: 'everything',
  exemptBelowCents: ZERO,
  monthlyCapCents: null,
  yearlyCapCents: null,
}

function month(text: string, revenue: bigint, taken: bigint, over: Partial<SimulatedMonth> = {}) {
  return {
    month: yearMonth(text),
    contractStartedOn: localDate('2025-01-01'),
    statuses: [],
    revenueCents: cents(revenue),
    costs: {},
    takenCents: cents(taken),
    ...over,
  }
}

const person = (...months: SimulatedMonth[]): SimulatedPerson => ({ activities: [months] })
const five = (one: SimulatedPerson): SimulatedPerson[] => Array(FEWEST_PEOPLE).fill(one)

describe('simulateScheme', () => {
  it('says what everybody together would have paid, and by how much it changes', () => {
    const same = person(month('2026-01', 100_000n, 12_000n))
    const more = person(month('2026-01', 600_000n, 60_000n), month('2026-02', 600_000n, 60_000n))
    const simulation = simulateScheme(TWELVE_PERCENT, [...five(same), ...five(more)])
    expect(simulation).toMatchObject({ people: 10, takenCents: 660_000n, simulatedCents: 780_000n })
    expect(
      simulation?.groups.map(({ people, simulatedCents }) => [people, simulatedCents]),
    ).toEqual([
      [5, 60_000n],
      [5, 720_000n],
    ])
  })

  it('cumulates the year in the order of the months, activity by activity', () => {
    const yearly: ContributionScheme = {
      ...TWELVE_PERCENT,
      period: 'year',
      tiers: [
        { upToCents: cents(100_000n), rateBp: rateBp(1_000n) },
        { upToCents: null, rateBp: rateBp(500n) },
      ],
    }
    const months = [month('2026-02', 100_000n, 0n), month('2026-01', 60_000n, 0n)]
    // 10 % of 1,000.00 and 5 % of 600.00; the next year begins again.
    const one = person(...months, month('2027-01', 50_000n, 0n))
    expect(simulateScheme(yearly, five(one))?.simulatedCents).toBe(5n * (10_000n + 3_000n + 5_000n))
    const two: SimulatedPerson = { activities: months.map((own) => [own]) }
    expect(simulateScheme(yearly, five(two))?.simulatedCents).toBe(5n * (10_000n + 6_000n))
  })

  it('takes out costs and spares those whom the scheme exempts', () => {
    const scheme: ContributionScheme = {
      ...TWELVE_PERCENT,
      base: 'gross_margin',
      deductedCosts: ['hotel'],
      exemptStatuses: ['cape'],
    }
    const costs = {
      production_purchase: cents(40_000n),
      hotel: cents(10_000n),
      train: cents(5_000n),
    }
    const paying = person(month('2026-01', 100_000n, 0n, { costs }))
    const spared = person(month('2026-01', 100_000n, 0n, { statuses: ['cape'] }))
    expect(simulateScheme(scheme, five(paying))?.simulatedCents).toBe(5n * 6_000n)
    expect(simulateScheme(scheme, five(spared))?.simulatedCents).toBe(0n)
  })

  it('gives refunds back within the year, when the rule says so', () => {
    const months = [
      month('2026-01', 100_000n, 0n),
      month('2026-02', -150_000n, 0n),
      month('2027-01', -50_000n, 0n),
    ]
    const paid = (negativeBase: ContributionScheme['negativeBase']) =>
      simulateScheme({ ...TWELVE_PERCENT, negativeBase }, five(person(...months)))?.simulatedCents
    expect([paid('as_nil'), paid('given_back')]).toEqual([60_000n, 0n])
  })

  it('says nothing of four people', () => {
    expect(simulateScheme(TWELVE_PERCENT, five(person()).slice(1))).toBeNull()
  })

  it('never shows a group of fewer than five, and loses nobody', () => {
    const people = fc.array(fc.tuple(fc.bigInt(0n, 3_000_000n), fc.bigInt(0n, 400_000n)), {
      minLength: 5,
      maxLength: 60,
    })
    fc.assert(
      fc.property(people, (drawn) => {
        const simulation = simulateScheme(
          TWELVE_PERCENT,
          drawn.map(([revenue, taken]) => person(month('2026-01', revenue, taken))),
        )
        const groups = simulation?.groups ?? []
        expect(groups.every((group) => group.people >= FEWEST_PEOPLE)).toBe(true)
        expect(groups.reduce((sum, group) => sum + group.people, 0)).toBe(drawn.length)
        expect(groups[0]?.overCents).toBeNull()
        expect(groups.at(-1)?.upToCents).toBeNull()
        const differences = groups.map((g) => subtract(g.simulatedCents, g.takenCents))
        expect(sumCents(differences)).toBe(
          subtract(simulation?.simulatedCents ?? ZERO, simulation?.takenCents ?? ZERO),
        )
      }),
    )
  })
})
