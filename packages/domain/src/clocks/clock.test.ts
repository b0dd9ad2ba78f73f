import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { type ClockDraft, clockOn } from './clock.ts'
import { CLOCK_RULES } from './rules.ts'

const END = localDate('2027-01-15')

function state(
  today: string,
  kind: 'pre-hire-declaration' | 'trial',
  rest: Partial<ClockDraft> = {},
) {
  const draft = { startsOn: localDate('2025-01-15'), endsOn: END, sum: [], ...rest }
  const { state: found, daysLeft } = clockOn(localDate(today), CLOCK_RULES[kind], draft)
  return [found, daysLeft]
}

describe('clockOn', () => {
  it('is still in time on a last day, and struck on an effect day', () => {
    expect(state('2027-01-14', 'trial')).toEqual(['running', 1])
    expect(state('2027-01-15', 'trial')).toEqual(['running', 0])
    expect(state('2027-01-16', 'trial')).toEqual(['passed', -1])
    expect(state('2027-01-14', 'pre-hire-declaration')).toEqual(['running', 1])
    expect(state('2027-01-15', 'pre-hire-declaration')).toEqual(['passed', 0])
  })

  it('is met before it is passed, and does not apply before all', () => {
    expect(state('2030-01-01', 'trial', { isMet: true })[0]).toBe('met')
    expect(state('2030-01-01', 'trial', { isMet: true, reason: 'none-left' })[0]).toBe(
      'not-applicable',
    )
    expect(state('2030-01-01', 'trial', { startsOn: localDate('2013-01-01') })[0]).toBe(
      'not-applicable',
    )
  })

  it('has no alert once there is nothing left to do', () => {
    const alertsOn = [localDate('2026-12-15')]
    const of = (isMet: boolean) =>
      clockOn(END, CLOCK_RULES.trial, { startsOn: END, endsOn: END, sum: [], alertsOn, isMet })
    expect(of(false).alertsOn).toEqual(alertsOn)
    expect(of(true).alertsOn).toEqual([])
  })
})
