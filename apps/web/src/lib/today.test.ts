import { afterEach, describe, expect, it, vi } from 'vitest'
import { formatInstant } from './instant.ts'
import { clocks, dayInZone, learnToday, todayInZone } from './today.ts'

afterEach(() => {
  vi.useRealTimers()
  clocks.zone = 'Europe/Paris'
  learnToday(dayInZone(new Date().toISOString()))
})

describe('today', () => {
  it('begins at midnight where the cooperative lives', () => {
    vi.useFakeTimers({ now: new Date('2026-11-02T19:30:00Z') })
    clocks.zone = 'Indian/Reunion'
    learnToday('2026-11-02')
    expect(todayInZone()).toBe('2026-11-02')
    vi.setSystemTime(new Date('2026-11-02T20:30:00Z'))
    expect(todayInZone()).toBe('2026-11-03')
    expect(dayInZone('2026-11-02T20:30:00Z')).toBe('2026-11-03')
    expect(formatInstant('2026-11-02T20:30:00Z', 'fr')).toBe('3 novembre 2026 à 00:30')
  })

  it('is the day of the cooperative, not the one of a device far away', () => {
    vi.useFakeTimers({ now: new Date('2026-10-25T22:30:00Z') })
    learnToday('2026-10-25')
    expect(todayInZone()).toBe('2026-10-25')
    vi.setSystemTime(new Date('2026-10-25T23:30:00Z'))
    expect(todayInZone()).toBe('2026-10-26')
  })

  it.each([
    ['three days late', '2026-11-02', '2026-11-05'],
    ['a year early', '2027-03-01', '2026-02-28'],
  ])('stays right on a device whose clock is %s, past midnight too', (_, device, server) => {
    vi.useFakeTimers({ now: new Date(`${device}T12:00:00Z`) })
    learnToday(server)
    expect(todayInZone()).toBe(server)
    vi.setSystemTime(Date.now() + 12 * 3_600_000)
    const next = new Date(Date.parse(server) + 86_400_000).toISOString().slice(0, 10)
    expect(todayInZone()).toBe(next)
  })

  it('goes on from what the server said last, on a wrong clock without network', () => {
    vi.useFakeTimers({ now: new Date('2020-01-15T12:00:00Z') })
    learnToday('2026-11-02')
    const kept = clocks.lead
    clocks.lead = 0
    expect(todayInZone()).toBe('2020-01-15')
    vi.setSystemTime(new Date('2020-01-17T12:00:00Z'))
    clocks.lead = kept
    expect(todayInZone()).toBe('2026-11-04')
  })
})
