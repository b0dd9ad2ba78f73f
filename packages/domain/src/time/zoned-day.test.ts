import { describe, expect, it } from 'vitest'
import { localDate } from './local-date.ts'
import {
  COOPERATIVE_ZONES,
  type CooperativeZone,
  dayInZone,
  instantMinute,
  PARIS,
} from './zoned-day.ts'

const at = (iso: string): number => Date.parse(iso) / 60_000
const read = (day: string, minute: number, zone: CooperativeZone = PARIS): number =>
  instantMinute(localDate(day), minute, zone)

describe('instantMinute', () => {
  it('reads the hour on the wall in winter and in summer', () => {
    expect(read('2026-01-15', 570)).toBe(at('2026-01-15T08:30:00Z'))
    expect(read('2026-07-15', 570)).toBe(at('2026-07-15T07:30:00Z'))
  })

  it('goes on into the next day after midnight', () => {
    expect(read('2026-11-03', 1_500)).toBe(at('2026-11-04T00:00:00Z'))
  })

  it('takes the first of an hour that comes twice', () => {
    expect(read('2026-10-25', 150)).toBe(at('2026-10-25T00:30:00Z'))
    expect(read('2026-10-25', 180)).toBe(at('2026-10-25T02:00:00Z'))
  })

  it('reads an hour that does not exist as the one that followed', () => {
    expect(read('2026-03-29', 150)).toBe(at('2026-03-29T01:30:00Z'))
    expect(read('2026-03-29', 180)).toBe(at('2026-03-29T01:00:00Z'))
  })

  it('knows other zones', () => {
    expect(read('2026-07-15', 570, 'Indian/Reunion')).toBe(at('2026-07-15T05:30:00Z'))
  })
})

describe('dayInZone', () => {
  it.each([
    ['Europe/Paris', '2026-11-02'],
    ['Indian/Reunion', '2026-11-03'],
    ['Pacific/Noumea', '2026-11-03'],
    ['America/Martinique', '2026-11-02'],
    ['Pacific/Tahiti', '2026-11-02'],
  ] as const)('is the day on the wall in %s', (zone, day) => {
    expect(dayInZone(new Date('2026-11-02T20:30:00Z'), zone)).toBe(day)
  })

  it('turns at midnight, before and after clocks change', () => {
    expect(dayInZone(new Date('2026-03-28T22:59:59.999Z'), PARIS)).toBe('2026-03-28')
    expect(dayInZone(new Date('2026-03-28T23:00:00Z'), PARIS)).toBe('2026-03-29')
    expect(dayInZone(new Date('2026-03-29T22:00:00Z'), PARIS)).toBe('2026-03-30')
  })

  it('is known in every zone of the Republic', () => {
    for (const zone of COOPERATIVE_ZONES)
      expect(dayInZone(new Date('2026-11-02T12:00:00Z'), zone)).toMatch(/^2026-11-0[23]$/)
  })
})
