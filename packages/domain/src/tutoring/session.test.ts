import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { type CooperativeZone, PARIS } from '../time/zoned-day.ts'
import {
  isDayTooLong,
  isSessionLength,
  minutesBetween,
  SESSION_ACTS,
  sessionGuards,
  sessionTime,
  sessionTransition,
  type TutoringSession,
  tuteeMinutes,
  tutorMinutes,
} from './session.ts'

const TODAY = localDate('2026-11-10')

const session = (rest: Partial<TutoringSession> = {}): TutoringSession => ({
  id: 's1',
  heldOn: localDate('2026-11-03'),
  startMinute: 570,
  minutes: 60,
  tuteeIds: ['awa'],
  ...rest,
})

const guards = (candidate: TutoringSession, others: TutoringSession[] = []) =>
  sessionGuards(candidate, { others, today: TODAY, zone: PARIS })

describe('sessionGuards', () => {
  it('asks nothing about an ordinary session', () => {
    expect(guards(session())).toEqual([])
    expect(guards(session({ minutes: 240, heldOn: TODAY }))).toEqual([])
  })

  it('asks about long, future and old sessions', () => {
    expect(guards(session({ minutes: 241 }))).toEqual(['over-4h'])
    expect(guards(session({ heldOn: localDate('2026-11-11') }))).toEqual(['future'])
    expect(guards(session({ heldOn: localDate('2026-10-10') }))).toEqual([])
    expect(guards(session({ heldOn: localDate('2026-10-09') }))).toEqual(['older-than-31-days'])
  })

  it('asks about the same slot noted twice, hours known or not', () => {
    expect(guards(session(), [session({ id: 's2' })])).toEqual(['same-slot', 'overlap'])
    const vague = session({ id: 's2', startMinute: null })
    expect(guards(session(), [vague])).toEqual(['same-slot'])
    expect(guards(session(), [session({ id: 's2', startMinute: 700 })])).toEqual([])
    expect(guards(session(), [{ ...vague, tuteeIds: ['kofi'] }])).toEqual([])
  })

  it('asks about hours that cross, even over midnight or with another tutee', () => {
    const kofi = { id: 's2', tuteeIds: ['kofi'] }
    expect(guards(session(), [session({ ...kofi, startMinute: 600 })])).toEqual(['overlap'])
    expect(guards(session(), [session({ ...kofi, startMinute: 630 })])).toEqual([])
    const night = session({ ...kofi, heldOn: localDate('2026-11-02'), startMinute: 1_430 })
    expect(guards(session({ startMinute: 10 }), [night])).toEqual(['overlap'])
    expect(guards(session({ startMinute: 50 }), [night])).toEqual([])
    // Clocks set back: 2 h 30 to 3 h is after the hour that came twice, not within it.
    const twice = { heldOn: localDate('2026-10-25'), startMinute: 60, minutes: 180 }
    const after = session({ ...kofi, ...twice, startMinute: 180, minutes: 30 })
    expect(guards(session(twice), [after])).toEqual([])
  })

  it('does not compare a session with itself when it is amended', () => {
    expect(guards(session(), [session()])).toEqual([])
  })

  it('refuses an impossible length', () => {
    expect([0, -1, 1.5, 1_441].some(isSessionLength)).toBe(false)
    expect(() => guards(session({ minutes: 0 }))).toThrow()
  })
})

describe('the length of a session', () => {
  const between = (
    day: string,
    startMinute: number,
    endMinute: number,
    zone: CooperativeZone = PARIS,
  ) => minutesBetween(localDate(day), { startMinute, endMinute }, zone)

  it('is counted between two hours, over midnight too', () => {
    expect(between('2026-11-03', 570, 660)).toBe(90)
    expect(between('2026-11-03', 1_380, 60)).toBe(120)
    expect(between('2026-11-03', 570, 570)).toBe(1_440)
  })

  it('is what was lived on the nights when clocks change', () => {
    expect(between('2026-10-25', 60, 240)).toBe(240)
    expect(between('2026-03-29', 60, 240)).toBe(120)
    expect(between('2026-10-24', 1_380, 240)).toBe(360)
  })

  it('knows that clocks do not change everywhere, nor on the same night', () => {
    expect(between('2026-10-25', 60, 240, 'Indian/Reunion')).toBe(180)
    expect(between('2026-11-01', 60, 240, PARIS)).toBe(180)
    expect(between('2026-11-01', 60, 240, 'America/Miquelon')).toBe(240)
    expect(between('2026-03-08', 60, 240, 'America/Miquelon')).toBe(120)
  })

  it('comes from the hours when both are given, else from the minutes', () => {
    const day = localDate('2026-11-03')
    const time = (minutes: number | null, startMinute: number | null, endMinute: number | null) =>
      sessionTime(day, { minutes, startMinute, endMinute }, PARIS)
    expect(time(null, 570, 660)).toMatchObject({ value: { startMinute: 570, minutes: 90 } })
    expect(time(45, 570, null)).toMatchObject({ value: { startMinute: 570, minutes: 45 } })
    expect(time(45, null, null)).toMatchObject({ value: { startMinute: null, minutes: 45 } })
    for (const wrong of [time(null, 570, null), time(4, null, null), time(null, null, 600)])
      expect(wrong).toMatchObject({ refusal: { code: 'session-length-wrong' } })
  })

  it('leaves a tutor at most eight hours a day', () => {
    const other = session({ id: 's2', minutes: 420, startMinute: null })
    expect(isDayTooLong(session(), [other])).toBe(false)
    expect(isDayTooLong(session({ minutes: 61 }), [other])).toBe(true)
    expect(isDayTooLong(session({ minutes: 61 }), [{ ...other, heldOn: TODAY }])).toBe(false)
    expect(isDayTooLong(session({ minutes: 480 }), [session({ minutes: 300 })])).toBe(false)
  })
})

describe('minutes', () => {
  it('count a group session once for the tutor and once per tutee for the tutees', () => {
    const list = [session(), session({ minutes: 90, tuteeIds: ['awa', 'kofi', 'ramata'] })]
    expect(tutorMinutes(list)).toBe(150)
    expect(tuteeMinutes(list)).toBe(330)
  })
})

describe('sessionTransition', () => {
  it('certifies hours only after the tutee confirmed them', () => {
    expect(sessionTransition('noted', 'confirm')).toEqual({ ok: true, value: 'confirmed' })
    expect(sessionTransition('confirmed', 'approve')).toEqual({ ok: true, value: 'approved' })
    expect(sessionTransition('noted', 'approve').ok).toBe(false)
    expect(sessionTransition('disputed', 'approve').ok).toBe(false)
  })

  it('lets the tutee change their mind until approval, and never after', () => {
    expect(sessionTransition('confirmed', 'dispute')).toEqual({ ok: true, value: 'disputed' })
    expect(sessionTransition('disputed', 'amend')).toEqual({ ok: true, value: 'noted' })
    expect(SESSION_ACTS.filter((act) => sessionTransition('approved', act).ok)).toEqual(['correct'])
  })
})
