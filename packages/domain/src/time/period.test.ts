import { describe, expect, it } from 'vitest'
import { type LocalDate, localDate } from './local-date.ts'
import { contains, follows, lengthInDays, overlap, period } from './period.ts'

const between = (startsOn: string, endsOn: string | null) =>
  period(localDate(startsOn), endsOn === null ? null : localDate(endsOn))
const day = (text: string): LocalDate => localDate(text)

describe('Period', () => {
  const year = between('2026-01-15', '2027-01-14')

  it('includes both its ends', () => {
    expect(contains(year, day('2026-01-15'))).toBe(true)
    expect(contains(year, day('2027-01-14'))).toBe(true)
    expect(contains(year, day('2027-01-15'))).toBe(false)
    expect(lengthInDays(year)).toBe(365)
  })

  it('overlaps when one day is shared', () => {
    expect(overlap(year, between('2027-01-14', null))).toBe(true)
    expect(overlap(year, between('2027-01-15', null))).toBe(false)
    expect(overlap(between('2025-01-01', null), between('2030-01-01', null))).toBe(true)
  })

  it('follows on the very next day', () => {
    expect(follows(year, between('2027-01-15', null))).toBe(true)
    expect(follows(year, between('2027-01-16', null))).toBe(false)
    expect(follows(between('2026-01-01', null), year)).toBe(false)
  })

  it('does not end before it starts, and has no length without an end', () => {
    expect(() => between('2026-01-02', '2026-01-01')).toThrow()
    expect(() => lengthInDays(between('2026-01-01', null))).toThrow()
  })
})
