import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { alertDue, isUnlikelyEnd, lastDayOf, prolongedUntil } from './permit-dates.ts'
import type { PermitKind } from './permit-kinds.ts'

const dates = (from: string | null, until: string, kind: PermitKind = 'talent') => ({
  kind,
  validFrom: from === null ? null : localDate(from),
  validUntil: localDate(until),
})
const asked = (day: string) => ({ kind: 'three_months', askedOn: localDate(day) }) as const

describe('the three months after the end (CESEDA L433-3)', () => {
  it.each([
    ['2022-11-30', '2026-11-29', '2026-10-01', '2027-02-28'],
    ['2022-12-01', '2026-11-30', '2026-11-30', '2027-02-28'],
    ['2023-12-01', '2027-11-30', '2027-10-01', '2028-02-29'],
    ['2025-06-01', '2026-06-01', '2026-05-01', '2026-09-01'],
    ['2022-09-01', '2026-08-31', '2026-08-31', '2026-11-30'],
    ['2024-02-29', '2025-03-01', '2025-01-15', '2025-06-01'],
  ])('of a title from %s to %s, asked on %s, go to %s', (from, until, on, to) => {
    expect(prolongedUntil(dates(from, until), asked(on))).toEqual({ ok: true, value: to })
  })

  it.each([
    ['2026-01-10', '2027-01-09', '2026-12-01', 'prolongation-one-year-title'],
    ['2024-02-29', '2025-02-28', '2025-01-15', 'prolongation-one-year-title'],
    [null, '2027-01-09', '2026-12-01', 'prolongation-start-unknown'],
    ['2022-11-30', '2026-11-29', '2026-11-30', 'prolongation-asked-late'],
  ])('are refused for %s to %s asked on %s', (from, until, on, code) => {
    expect(prolongedUntil(dates(from, until), asked(on))).toMatchObject({ refusal: { code } })
  })
})

it('are for a resident card whatever days were written of it', () => {
  const card = dates(null, '2027-01-09', 'resident_card')
  expect(prolongedUntil(card, asked('2026-12-01'))).toEqual({ ok: true, value: '2027-04-09' })
})

describe('the last day of a permit', () => {
  it('is moved by a receipt, to a later day only', () => {
    const by = { kind: 'renewal_receipt', until: localDate('2027-04-09') } as const
    expect(prolongedUntil(dates(null, '2027-01-09'), by)).toEqual({ ok: true, value: '2027-04-09' })
    expect(prolongedUntil(dates(null, '2027-04-09'), by)).toMatchObject({ ok: false })
  })

  it('is within fifteen years: later, somebody typed another year', () => {
    const today = localDate('2026-11-02')
    expect(isUnlikelyEnd(localDate('2041-11-02'), today)).toBe(false)
    expect(isUnlikelyEnd(localDate('2041-11-03'), today)).toBe(true)
    expect(isUnlikelyEnd(null, today)).toBe(false)
  })

  it('is the latest of what was recorded', () => {
    const [end, moved] = [localDate('2027-01-09'), localDate('2027-04-09')]
    expect(lastDayOf(end, [moved, localDate('2027-02-01')])).toBe(moved)
    expect(lastDayOf(end, [])).toBe(end)
    expect(lastDayOf(null, [moved])).toBeNull()
  })
})

describe('alerts', () => {
  it.each([
    ['2026-07-31', null],
    ['2026-08-01', 120],
    ['2026-08-31', 90],
    ['2026-09-30', 60],
    ['2026-10-30', 30],
    ['2026-11-22', 7],
    ['2026-11-28', 7],
    ['2026-11-29', 0],
    ['2026-12-15', 0],
  ])('on %s for an end on 29 November 2026: %s', (today, days) => {
    expect(alertDue(localDate('2026-11-29'), localDate(today))).toBe(days)
  })
})
