import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { addMonths, monthsBetween, nextMonth, yearMonth } from '../time/year-month.ts'
import {
  coversYear,
  financialYearOf,
  type YearBeginsIn,
  yearsEndedBefore,
} from './financial-year.ts'

const since = (from: string, month: number): YearBeginsIn => ({ from: localDate(from), month })
const yearOf = (month: string, ...decided: YearBeginsIn[]) => {
  const { firstMonth, lastMonth } = financialYearOf(yearMonth(month), decided)
  return `${firstMonth} ${lastMonth}`
}

describe('the financial year (R7331-11)', () => {
  it('is the calendar year until the cooperative decides another', () => {
    expect(yearOf('2026-01')).toBe('2026-01 2026-12')
    expect(yearOf('2026-12')).toBe('2026-01 2026-12')
  })

  it('begins in the month that is decided: it ends on 31 August, or on 30 June', () => {
    const september = since('2020-09-01', 9)
    expect(yearOf('2026-08', september)).toBe('2025-09 2026-08')
    expect(yearOf('2026-09', september)).toBe('2026-09 2027-08')
    expect(yearOf('2026-06', since('2019-07-01', 7))).toBe('2025-07 2026-06')
  })

  it('has one shorter year when the month changes, whatever day of the month it is decided for', () => {
    const changed = since('2026-08-15', 9)
    expect(yearOf('2025-12', changed)).toBe('2025-01 2025-12')
    expect(yearOf('2026-08', changed)).toBe('2026-01 2026-08')
    expect(yearOf('2026-09', changed)).toBe('2026-09 2027-08')
    const back = [since('2020-09-01', 9), since('2026-10-01', 1)]
    expect(yearOf('2026-12', ...back)).toBe('2026-09 2026-12')
    expect(yearOf('2027-01', ...back)).toBe('2027-01 2027-12')
  })

  it('never has more than twelve months: decided after the month has begun, it begins the year after', () => {
    const late = since('2026-10-01', 9)
    expect(yearOf('2026-12', late)).toBe('2026-01 2026-12')
    expect(yearOf('2027-08', late)).toBe('2027-01 2027-08')
    expect(yearOf('2027-09', late)).toBe('2027-09 2028-08')
  })

  it('follows on without a gap or a month twice, whatever is decided', () => {
    const decided = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 200 }).map((n) => {
          const month = addMonths(yearMonth('2015-01'), n)
          return localDate(`${month}-${n % 2 === 0 ? '01' : '15'}`)
        }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(decided, fc.integer({ min: 0, max: 240 }), (entries, offset) => {
        const month = addMonths(yearMonth('2013-01'), offset)
        const year = financialYearOf(month, entries)
        expect(year.firstMonth <= month && month <= year.lastMonth).toBe(true)
        expect(monthsBetween(year.firstMonth, year.lastMonth)).toBeLessThan(12)
        expect(financialYearOf(year.firstMonth, entries)).toEqual(year)
        expect(financialYearOf(year.lastMonth, entries)).toEqual(year)
        const next = financialYearOf(nextMonth(year.lastMonth), entries)
        expect(next.firstMonth).toBe(nextMonth(year.lastMonth))
      }),
    )
  })
})

describe('the years that an assembly may approve', () => {
  const ended = (on: string, ...decided: YearBeginsIn[]) =>
    yearsEndedBefore(localDate(on), decided, 2).map(({ lastMonth }) => lastMonth)

  it('ended before it, the latest first', () => {
    expect(ended('2026-05-29')).toEqual(['2025-12', '2024-12'])
    expect(ended('2026-12-31')).toEqual(['2025-12', '2024-12'])
    expect(ended('2027-01-01')).toEqual(['2026-12', '2025-12'])
    expect(ended('2026-08-31', since('2020-09-01', 9))).toEqual(['2025-08', '2024-08'])
    expect(ended('2027-02-15', since('2026-09-01', 9))).toEqual(['2026-08', '2025-12'])
  })

  it('are those of a contract that covers a day of them', () => {
    const year = { firstMonth: yearMonth('2025-09'), lastMonth: yearMonth('2026-08') }
    const covers = (startsOn: string, lastOn: string | null) =>
      coversYear(
        { startsOn: localDate(startsOn), lastOn: lastOn === null ? null : localDate(lastOn) },
        year,
      )
    expect(covers('2026-08-31', null)).toBe(true)
    expect(covers('2026-09-01', null)).toBe(false)
    expect(covers('2024-01-01', '2025-09-01')).toBe(true)
    expect(covers('2024-01-01', '2025-08-31')).toBe(false)
  })
})
