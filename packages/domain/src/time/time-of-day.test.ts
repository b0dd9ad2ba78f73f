import { describe, expect, it } from 'vitest'
import { parseTimeOfDay, timeOfDay } from './time-of-day.ts'

describe('an hour of the day', () => {
  it('is read and written as people do', () => {
    for (const [text, minute] of [
      ['00:00', 0],
      ['09:30', 570],
      ['23:59', 1_439],
    ] as const) {
      expect(parseTimeOfDay(text)).toBe(minute)
      expect(timeOfDay(minute)).toBe(text)
    }
  })

  it('refuses hours that do not exist', () => {
    for (const text of ['24:00', '9:30', '10:60', '', 'midi'])
      expect(parseTimeOfDay(text)).toBeNull()
    expect(() => timeOfDay(1_440)).toThrow()
  })
})
