import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonthsClamped,
  compareDates,
  daysBetween,
  earlierOf,
  laterOf,
  localDate,
  parseFrenchDate,
  parseLocalDate,
  weekday,
} from './local-date.ts'

const anyDate = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => addDays(localDate('1960-01-01'), days))

describe('LocalDate', () => {
  it('is a day that exists', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29')
    for (const text of ['2026-02-29', '2026-04-31', '2026-13-01', '2026-1-01', '', '1900-02-29']) {
      expect(parseLocalDate(text), text).toBeNull()
      expect(() => localDate(text), text).toThrow()
    }
  })

  it('clamps months to their last day', () => {
    expect(addMonthsClamped(localDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonthsClamped(localDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonthsClamped(localDate('2026-01-15'), 12)).toBe('2027-01-15')
    expect(addMonthsClamped(localDate('2024-02-29'), 12)).toBe('2025-02-28')
    expect(addMonthsClamped(localDate('2026-03-31'), -1)).toBe('2026-02-28')
  })

  it('crosses clock changes without losing a day', () => {
    expect(daysBetween(localDate('2026-03-28'), localDate('2026-03-30'))).toBe(2)
    expect(daysBetween(localDate('2026-10-24'), localDate('2026-10-26'))).toBe(2)
    expect(addDays(localDate('2026-10-25'), 1)).toBe('2026-10-26')
  })

  it('counts days both ways', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        const other = addDays(date, days)
        expect(daysBetween(date, other)).toBe(days)
        expect(Math.sign(compareDates(other, date))).toBe(Math.sign(days))
        expect(earlierOf(date, other)).toBe(days < 0 ? other : date)
        expect(laterOf(date, other)).toBe(days < 0 ? date : other)
      }),
    )
  })

  it('knows weekdays by their ISO number', () => {
    expect(weekday(localDate('2026-11-22'))).toBe(7)
    expect(weekday(localDate('2026-11-23'))).toBe(1)
    expect(weekday(localDate('2026-12-08'))).toBe(2)
    expect(weekday(localDate('1969-12-31'))).toBe(3)
    expect(weekday(localDate('1900-01-01'))).toBe(1)
  })
})

describe('parseFrenchDate', () => {
  it.each([
    ['31/10/2026', '2026-10-31'],
    [' 1/10/2026', '2026-10-01'],
    ['31-10-2026', '2026-10-31'],
    ['31.10.2026', '2026-10-31'],
    ['2026-10-31', '2026-10-31'],
    ['31/10/26', '2026-10-31'],
    ['31 / 10 / 2026 ', '2026-10-31'],
    ['\u00a031/10/2026\u202f', '2026-10-31'],
    ['05-09-1982', '1982-09-05'],
    ['05/09/82', '1982-09-05'],
  ])('reads %j as %s', (text, date) => {
    expect(parseFrenchDate(text)).toBe(date)
  })

  it.each([
    '',
    '31/02/2026',
    '10/31/2026',
    '2026/31/10',
    '31 octobre',
    '311026',
    '1/1/123',
    '46326',
  ])('refuses %j', (text) => {
    expect(parseFrenchDate(text)).toBeNull()
  })
})
