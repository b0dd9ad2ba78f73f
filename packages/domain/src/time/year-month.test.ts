import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from './local-date.ts'
import {
  addMonths,
  compareMonths,
  firstDay,
  lastDay,
  monthOf,
  monthsBetween,
  nextMonth,
  parseFrenchMonth,
  parseYearMonth,
  previousMonth,
  yearMonth,
  yearOf,
} from './year-month.ts'

describe('YearMonth', () => {
  it('is a month that exists', () => {
    expect(parseYearMonth('2026-10')).toBe('2026-10')
    for (const text of ['2026-00', '2026-13', '2026-1', '26-10', '2026-10-01', '']) {
      expect(parseYearMonth(text), text).toBeNull()
      expect(() => yearMonth(text), text).toThrow()
    }
  })

  it('knows its days', () => {
    expect(firstDay(yearMonth('2026-02'))).toBe('2026-02-01')
    expect(lastDay(yearMonth('2026-02'))).toBe('2026-02-28')
    expect(lastDay(yearMonth('2024-02'))).toBe('2024-02-29')
    expect(lastDay(yearMonth('2026-12'))).toBe('2026-12-31')
    expect(monthOf(localDate('2026-10-31'))).toBe('2026-10')
    expect(yearOf(yearMonth('2026-10'))).toBe(2026)
  })

  it('crosses years', () => {
    expect(nextMonth(yearMonth('2026-12'))).toBe('2027-01')
    expect(previousMonth(yearMonth('2026-01'))).toBe('2025-12')
    expect(monthsBetween(yearMonth('2026-05'), yearMonth('2026-10'))).toBe(5)
    expect(monthsBetween(yearMonth('2027-01'), yearMonth('2026-11'))).toBe(-2)
  })

  it('adds and counts months consistently', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), (count) => {
        const month = yearMonth('2026-10')
        const other = addMonths(month, count)
        expect(monthsBetween(month, other)).toBe(count)
        expect(compareMonths(other, month)).toBe(count)
      }),
    )
  })
})

describe('parseFrenchMonth', () => {
  it.each([
    ['2026-10', '2026-10'],
    ['2026/1', '2026-01'],
    ['10/2026', '2026-10'],
    ['01/10/2026', '2026-10'],
    ['2026-10-31', '2026-10'],
    ['oct.-26', '2026-10'],
    ['Octobre 2026', '2026-10'],
    ['févr-27', '2027-02'],
    ['AOÛT 2026', '2026-08'],
    ['juil.-26', '2026-07'],
    ['jui-26', null],
    ['ma-26', null],
    ['10/26', null],
    ['2026-13', null],
    ['octobre', null],
    ['', null],
  ])('%s is %s', (text, month) => {
    expect(parseFrenchMonth(text)).toBe(month)
  })
})
