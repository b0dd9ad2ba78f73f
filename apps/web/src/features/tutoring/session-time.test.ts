import { describe, expect, it } from 'vitest'
import { minutesOfTime, timeBody } from './session-time.ts'

const time = { minutes: 60, startsAt: '', endsAt: '', isByHours: false }

describe('the time of a session in a form', () => {
  it('is sent as minutes, or as hours', () => {
    expect(timeBody(time)).toEqual({ minutes: 60, startsAt: null, endsAt: null })
    expect(timeBody({ ...time, isByHours: true, startsAt: '09:30', endsAt: '11:00' })).toEqual({
      minutes: null,
      startsAt: '09:30',
      endsAt: '11:00',
    })
  })

  it('shows the minutes between two hours once both are written', () => {
    const hours = { ...time, isByHours: true, startsAt: '09:30' }
    expect(minutesOfTime('2026-11-03', hours)).toBeNull()
    expect(minutesOfTime('2026-11-03', { ...hours, endsAt: '11:00' })).toBe(90)
    expect(minutesOfTime('', { ...hours, endsAt: '11:00' })).toBeNull()
  })
})
