import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { daysLeft, deadlineFor, isLate } from './deadline.ts'

describe('deadlineFor', () => {
  it('is a day of the following month', () => {
    expect(deadlineFor(yearMonth('2026-10'), 5)).toBe('2026-11-05')
    expect(deadlineFor(yearMonth('2026-12'), 5)).toBe('2027-01-05')
  })

  it('is the last day of a month that is too short', () => {
    expect(deadlineFor(yearMonth('2026-01'), 31)).toBe('2026-02-28')
    expect(deadlineFor(yearMonth('2026-03'), 31)).toBe('2026-04-30')
    expect(deadlineFor(yearMonth('2026-04'), 31)).toBe('2026-05-31')
  })

  it('refuses what is no day of a month', () => {
    for (const day of [0, 32, 1.5]) {
      expect(() => deadlineFor(yearMonth('2026-10'), day)).toThrow()
    }
  })

  it('is itself still in time', () => {
    const deadline = localDate('2026-11-05')
    expect(isLate(deadline, deadline)).toBe(false)
    expect(isLate(localDate('2026-11-06'), deadline)).toBe(true)
    expect(daysLeft(localDate('2026-11-02'), deadline)).toBe(3)
    expect(daysLeft(deadline, deadline)).toBe(0)
    expect(daysLeft(localDate('2026-11-06'), deadline)).toBe(-1)
  })
})
