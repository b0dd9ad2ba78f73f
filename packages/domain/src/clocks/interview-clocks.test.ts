import { describe, expect, it } from 'vitest'
import { careerOf, cesa, clock } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import { clocksOf } from './clocks-of.ts'

describe('interviews (R7331-3)', () => {
  const interview = (on: string, signedOn?: string) => ({
    on: localDate(on),
    signedOn: signedOn === undefined ? undefined : localDate(signedOn),
  })
  const career = careerOf([cesa('2024-02-29')], {
    interviews: [
      interview('2024-06-01', '2024-06-03'),
      interview('2025-02-27', '2025-03-10'),
      interview('2025-02-28', '2025-03-10'),
      interview('2025-09-01'),
    ],
  })
  const periods = (today: string) =>
    clocksOf(career, localDate(today))
      .filter(({ kind }) => kind === 'interviews')
      .map((c) => [c.startsOn, c.endsOn, c.count?.done, c.state])

  it('counts two signed ones in each twelve months from the first day', () => {
    expect(periods('2025-12-01')).toEqual([
      ['2024-02-29', '2025-02-27', 2, 'met'],
      ['2025-02-28', '2026-02-27', 1, 'running'],
    ])
    expect(periods('2026-02-28')[1]).toEqual(['2025-02-28', '2026-02-27', 1, 'passed'])
    expect(periods('2026-02-28')).toHaveLength(3)
  })

  it('tells of the first one six months before, and of the second three months before', () => {
    const alerts = (today: string) =>
      clocksOf(career, localDate(today))
        .filter(({ kind }) => kind === 'interviews')
        .at(-1)?.alertsOn
    expect(alerts('2025-03-01')).toEqual(['2025-08-27', '2025-11-27', '2026-01-27'])
    expect(alerts('2025-12-01')).toEqual(['2025-11-27', '2026-01-27'])
  })

  it('does not count a signature of the future', () => {
    expect(periods('2025-03-09')[0]?.[3]).toBe('passed')
    expect(periods('2025-03-10')[0]?.[3]).toBe('met')
  })

  it('asks nothing more of a contract that ended during the period', () => {
    const ended = [cesa('2025-01-15', { endedOn: localDate('2025-05-31') })]
    expect(clock('interviews', ended)).toMatchObject({ reason: 'cut-short' })
  })
})
