import { describe, expect, it } from 'vitest'
import { utcDay } from './utc-day.ts'

describe('utcDay', () => {
  it('stays at midnight UTC, where no clock change exists', () => {
    expect(utcDay('2026-03-29').toISOString()).toBe('2026-03-29T00:00:00.000Z')
    expect(utcDay('2026-03-29').add(1, 'day').toISOString()).toBe('2026-03-30T00:00:00.000Z')
  })
})
