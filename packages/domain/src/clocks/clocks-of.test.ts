import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cape, careerOf, cesa, contract } from '../../test/given-career.ts'
import {
  addDays,
  addMonthsClamped,
  daysBetween,
  type LocalDate,
  laterOf,
  localDate,
} from '../time/local-date.ts'
import type { CareerContract } from './career.ts'
import { clocksOf } from './clocks-of.ts'
import { careerRefusals } from './refusals.ts'

const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(localDate('2015-01-01'), days))
const span = fc.record({ startsOn: day, length: fc.integer({ min: 0, max: 1_200 }) })
const interval = span.map(({ startsOn, length }) => ({
  startsOn,
  endsOn: addDays(startsOn, length),
  sources: [],
}))
const CESA_ON = localDate('2040-01-15')
const TODAY = localDate('2040-02-01')

/** Last days of months and leap days, where calendars go wrong. */
const edgeDay = fc
  .tuple(
    fc.integer({ min: 2016, max: 2038 }),
    fc.integer({ min: 0, max: 11 }),
    fc.integer({ min: -3, max: 3 }),
  )
  .map(([year, month, shift]) =>
    addDays(addMonthsClamped(localDate(`${year}-01-31`), month), shift),
  )

function deadlineOf(contracts: readonly CareerContract[], startsOn: LocalDate = CESA_ON) {
  const all = [...contracts, cesa(startsOn, { id: 'cesa' })]
  return clocksOf(careerOf(all), TODAY).find(
    (c) => c.kind === 'associate-deadline' && c.contractId === 'cesa',
  )
}

describe('the associate deadline', () => {
  it('never comes later because an earlier contract lasted longer', () => {
    fc.assert(
      fc.property(
        fc.oneof(day, edgeDay),
        fc.integer({ min: 0, max: 1_200 }),
        edgeDay,
        (startsOn, length, cesaOn) => {
          const start = laterOf(cesaOn, addDays(startsOn, length + 2))
          const last = (days: number) => addDays(startsOn, length + days)
          const of = (days: number) =>
            deadlineOf([contract('CDI', startsOn, last(days))], start)?.endsOn ?? ''
          expect(of(1) <= of(0)).toBe(true)
          expect(of(0) >= start).toBe(true)
        },
      ),
    )
  })

  it('does not depend on the order, nor on how one contract is cut in two', () => {
    fc.assert(
      fc.property(
        fc.array(interval, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 500 }),
        (intervals, cut) => {
          const contracts = intervals.map((i, at) =>
            contract('CDI', i.startsOn, i.endsOn, { id: `c${at}` }),
          )
          const found = deadlineOf(contracts)
          expect(deadlineOf([...contracts].reverse())?.endsOn).toBe(found?.endsOn)
          const [first, ...rest] = contracts
          if (first?.endsOn === undefined || addDays(first.startsOn, cut) > first.endsOn) return
          const head = { ...first, endsOn: addDays(first.startsOn, cut - 1) }
          const tail = { ...first, id: 'tail', startsOn: addDays(first.startsOn, cut) }
          expect(deadlineOf([head, tail, ...rest])?.endsOn).toBe(found?.endsOn)
        },
      ),
    )
  })

  it('is three years after the first day when nothing came before', () => {
    fc.assert(
      fc.property(edgeDay, (startsOn) => {
        expect(deadlineOf([], startsOn)?.endsOn).toBe(addMonthsClamped(startsOn, 36))
      }),
    )
  })
})

describe('any career', () => {
  const anyContract = fc.record({
    kind: fc.constantFrom('CAPE', 'CESA', 'CDI', 'CDD', 'convention', 'other'),
    startsOn: fc.oneof(day, edgeDay),
    days: fc.option(fc.integer({ min: -5, max: 900 }), { nil: undefined }),
    ended: fc.option(fc.integer({ min: -5, max: 900 }), { nil: undefined }),
    isCancelled: fc.boolean(),
    renewalOf: fc.option(fc.constantFrom('c0', 'c1', 'c2', 'c3', 'nobody'), { nil: undefined }),
  })
  const career = fc.array(anyContract, { maxLength: 5 }).map((list) =>
    list.map(({ kind, startsOn, days, ended, isCancelled, renewalOf }, at) =>
      contract(kind, startsOn, days === undefined ? undefined : addDays(startsOn, days), {
        id: `c${at}`,
        endedOn: ended === undefined ? undefined : addDays(startsOn, ended),
        isCancelled,
        renewalOf,
      }),
    ),
  )

  it('has an answer, the same in any order', () => {
    fc.assert(
      fc.property(career, day, (contracts, today) => {
        const clocks = clocksOf(careerOf(contracts), today)
        const reversed = [...contracts].reverse()
        expect(clocksOf(careerOf(reversed), today)).toEqual(clocks)
        const refusals = careerRefusals(careerOf(contracts), clocks)
        expect(careerRefusals(careerOf(reversed), clocks)).toEqual(refusals)
        for (const clock of clocks) {
          expect(clock.daysLeft).toBe(daysBetween(today, clock.endsOn))
          expect(clock.state === 'not-applicable').toBe(clock.reason !== null)
          expect(clock.sum.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('refuses a renewal after two, however long they are', () => {
    fc.assert(
      fc.property(
        day,
        fc.array(fc.integer({ min: 0, max: 363 }), { minLength: 1, maxLength: 6 }),
        (startsOn, lengths) => {
          const chain: CareerContract[] = []
          let next = startsOn
          for (const [at, length] of lengths.entries()) {
            chain.push(
              cape(next, addDays(next, length), {
                id: `c${at}`,
                renewalOf: at === 0 ? undefined : `c${at - 1}`,
              }),
            )
            next = addDays(next, length + 1)
          }
          const refusals = careerRefusals(careerOf(chain), clocksOf(careerOf(chain), TODAY))
          expect(refusals.map(({ code, contractId }) => [code, contractId])).toEqual(
            chain.slice(3).map(({ id }) => ['cape-third-renewal', id]),
          )
        },
      ),
    )
  })
})
