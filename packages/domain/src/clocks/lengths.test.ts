import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonthsClamped, daysBetween, localDate } from '../time/local-date.ts'
import { deduct, lengthOf, unionOf } from './lengths.ts'

const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(localDate('2015-01-01'), days))
const span = fc.record({ startsOn: day, length: fc.integer({ min: 0, max: 1_200 }) })
const interval = span.map(({ startsOn, length }) => ({
  startsOn,
  endsOn: addDays(startsOn, length),
  sources: [],
}))
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

describe('the length of an interval', () => {
  it('gives back its last day, and has fewer days than a month', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          interval,
          edgeDay.map((startsOn) => ({ startsOn, endsOn: addDays(startsOn, 400) })),
        ),
        (given) => {
          const { months, days } = lengthOf(given)
          expect(addDays(addMonthsClamped(given.startsOn, months), days)).toBe(
            addDays(given.endsOn, 1),
          )
          expect(addMonthsClamped(given.startsOn, months + 1) > addDays(given.endsOn, 1)).toBe(true)
          expect(days >= 0 && days < 31).toBe(true)
        },
      ),
    )
  })
})

describe('the union of intervals', () => {
  it('holds every day once, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 6 }), (intervals) => {
        const union = unionOf(intervals)
        const days = new Set(
          intervals.flatMap(({ startsOn, endsOn }) =>
            Array.from({ length: daysBetween(startsOn, endsOn) + 1 }, (_, n) =>
              addDays(startsOn, n),
            ),
          ),
        )
        const counted = union.reduce((n, i) => n + daysBetween(i.startsOn, i.endsOn) + 1, 0)
        expect(counted).toBe(days.size)
        expect(unionOf([...intervals].reverse())).toEqual(union)
        for (const [at, next] of union.slice(1).entries()) {
          const before = union[at]
          expect(before !== undefined && next.startsOn > addDays(before.endsOn, 1)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a deduction', () => {
  const length = fc.record({
    months: fc.integer({ min: 0, max: 14 }),
    days: fc.integer({ min: 0, max: 30 }),
  })

  it('never gives a later day for a longer length', () => {
    fc.assert(
      fc.property(edgeDay, fc.array(length, { maxLength: 3 }), length, (startsOn, others, one) => {
        const longer =
          one.days === 30 ? { months: one.months + 1, days: 0 } : { ...one, days: one.days + 1 }
        const before = deduct(startsOn, 36, [...others, one]).on
        expect(deduct(startsOn, 36, [...others, longer]).on <= before).toBe(true)
        expect(before <= deduct(startsOn, 36, others).on).toBe(true)
      }),
    )
  })

  it('is first day + limit - months - days, but for odd days that outweigh their month', () => {
    fc.assert(
      fc.property(edgeDay, fc.array(length, { maxLength: 3 }), (startsOn, lengths) => {
        const months = lengths.reduce((sum, l) => sum + l.months, 0)
        const days = lengths.reduce((sum, l) => sum + l.days, 0)
        const plain = addDays(addMonthsClamped(startsOn, 36 - months), -days)
        const { on, counted, isUsedUp } = deduct(startsOn, 36, lengths)
        if (isUsedUp) {
          expect(on).toBe(startsOn)
          return
        }
        expect(daysBetween(plain, on)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(plain, on)).toBeLessThanOrEqual(3 * lengths.length)
        if (lengths.every((l) => l.days < 28)) expect(on).toBe(plain)
        const again = deduct(startsOn, 36, counted)
        expect(again.on).toBe(on)
      }),
    )
  })
})

describe('worked lengths', () => {
  const length = (startsOn: string, endsOn: string) => {
    const { months, days } = lengthOf({ startsOn: localDate(startsOn), endsOn: localDate(endsOn) })
    return `${months} m ${days} d`
  }

  it('count both days, in whole months from the first one', () => {
    expect(length('2024-01-15', '2025-01-14')).toBe('12 m 0 d')
    expect(length('2024-01-15', '2025-01-15')).toBe('12 m 1 d')
    expect(length('2024-02-29', '2024-02-29')).toBe('0 m 1 d')
    expect(length('2024-02-29', '2025-02-27')).toBe('12 m 0 d')
    expect(length('2023-01-31', '2023-02-27')).toBe('1 m 0 d')
    expect(length('2024-01-31', '2024-02-28')).toBe('1 m 0 d')
    expect(length('2024-02-01', '2024-02-29')).toBe('1 m 0 d')
    expect(length('2024-03-01', '2024-03-30')).toBe('0 m 30 d')
  })

  it('never deduct more for odd days than for their month whole', () => {
    const from = localDate('2025-03-31')
    const plain = deduct(from, 36, [{ months: 0, days: 27 }])
    expect(plain.on).toBe('2028-03-04')
    expect(deduct(from, 36, [{ months: 0, days: 30 }]).on).toBe('2028-03-01')
    const march = localDate('2025-03-01')
    expect(deduct(march, 36, [{ months: 0, days: 30 }])).toEqual({
      on: '2028-02-01',
      isUsedUp: false,
      counted: [{ months: 1, days: 0 }],
    })
  })
})
