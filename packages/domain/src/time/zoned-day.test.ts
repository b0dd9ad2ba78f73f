import { describe, expect, it } from 'vitest'
import { localDate } from './local-date.ts'
import { instantMinute } from './zoned-day.ts'

const at = (iso: string): number => Date.parse(iso) / 60_000
const read = (day: string, minute: number, zone?: string): number =>
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
