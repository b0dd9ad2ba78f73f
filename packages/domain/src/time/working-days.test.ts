import { describe, expect, it } from 'vitest'
import { localDate, weekday } from './local-date.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDay, publicHolidays } from './working-days.ts'

describe('publicHolidays', () => {
  it.each([
    [2024, '2024-04-01', '2024-05-09', '2024-05-20'],
    [2025, '2025-04-21', '2025-05-29', '2025-06-09'],
    [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-29', '2027-05-06', '2027-05-17'],
    [2038, '2038-04-26', '2038-06-03', '2038-06-14'],
  ])('of %i moves with Easter', (year, monday, ascension, whitMonday) => {
    const days = publicHolidays(year)
    expect(days).toHaveLength(11)
    expect(days).toEqual(expect.arrayContaining([monday, ascension, whitMonday]))
    expect(weekday(localDate(monday))).toBe(1)
  })

  it('counts one day when two fall together', () => {
    expect(publicHolidays(2008)).toHaveLength(10)
  })

  it('knows the own days of departments', () => {
    expect(publicHolidays(2026, '67')).toEqual(expect.arrayContaining(['2026-04-03', '2026-12-26']))
    expect(publicHolidays(2026, '93')).not.toContain('2026-12-26')
    expect(publicHolidays(2026, '974')).toContain('2026-12-20')
    expect(publicHolidays(2026, '977')).toContain('2026-10-09')
    expect(publicHolidays(2026, '978')).toContain('2026-05-28')
  })
})

describe('working days', () => {
  it('are all days but Sundays and holidays', () => {
    expect(isWorkingDay(localDate('2026-11-28'))).toBe(true)
    expect(isWorkingDay(localDate('2026-11-29'))).toBe(false)
    expect(isWorkingDay(localDate('2026-12-25'))).toBe(false)
    expect(isWorkingDay(localDate('2026-12-26'))).toBe(true)
    expect(isWorkingDay(localDate('2026-12-26'), '68')).toBe(false)
  })

  it.each([
    ['2026-11-30', -2, '2026-11-27'],
    ['2026-12-28', -2, '2026-12-24'],
    ['2026-12-28', 2, '2026-12-30'],
    ['2026-12-24', 1, '2026-12-26'],
    ['2026-05-15', -2, '2026-05-12'],
    ['2027-01-02', -1, '2026-12-31'],
    ['2026-11-29', 0, '2026-11-29'],
  ])('from %s by %i is %s', (from, days, to) => {
    expect(addWorkingDays(localDate(from), days)).toBe(to)
  })

  it('there and back again from a working day', () => {
    for (const day of publicHolidays(2026)) {
      const start = nextWorkingDay(day)
      for (const n of [1, 2, 5, 30]) {
        expect(addWorkingDays(addWorkingDays(start, n), -n)).toBe(start)
      }
    }
  })
})
