import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { type CapePeriodInput, capeRefusals, capeRenewalStart, latestCapeEnd } from './cape.ts'

const check = (startsOn: string, endsOn: string, rest: Partial<CapePeriodInput> = {}) => {
  const days = { startsOn: localDate(startsOn), endsOn: localDate(endsOn) }
  const [broken] = capeRefusals({ ...days, sequence: 0, ...rest })
  return broken?.code ?? 'ok'
}

const PREVIOUS = { endsOn: localDate('2027-01-14') }

describe('capeRefusals', () => {
  it('allows twelve months and not one day more', () => {
    expect(check('2026-01-15', '2027-01-14')).toBe('ok')
    expect(check('2026-01-15', '2027-01-15')).toBe('cape-too-long')
    expect(check('2026-01-15', '2026-01-15')).toBe('ok')
    expect(check('2027-03-01', '2028-02-29')).toBe('ok')
    expect(check('2028-02-29', '2029-02-27')).toBe('ok')
  })

  it('counts renewals, however short', () => {
    const previous = { endsOn: localDate('2026-06-30') }
    const short = (sequence: number) => check('2026-07-01', '2026-09-30', { sequence, previous })
    expect(short(1)).toBe('ok')
    expect(short(2)).toBe('ok')
    expect(short(3)).toBe('cape-third-renewal')
  })

  it('starts a renewal the day after, unless somebody says why', () => {
    const renew = (startsOn: string, rest: Partial<CapePeriodInput> = {}) =>
      check(startsOn, '2027-12-31', { sequence: 1, previous: PREVIOUS, ...rest })
    expect(renew('2027-01-15')).toBe('ok')
    expect(renew('2027-01-16')).toBe('cape-gap')
    expect(renew('2027-01-16', { gapReason: '  ' })).toBe('cape-gap')
    expect(renew('2027-02-01', { gapReason: 'Arrêt maladie' })).toBe('ok')
    expect(renew('2027-01-14', { gapReason: 'Erreur' })).toBe('cape-overlaps-previous')
  })

  it('refuses an end before the start and a full-time employee', () => {
    expect(check('2026-01-15', '2026-01-14')).toBe('cape-ends-before-start')
    expect(check('2026-01-15', '2026-12-31', { isFullTimeEmployee: true })).toBe(
      'cape-full-time-employee',
    )
  })

  it('tells the day that would have been allowed', () => {
    const result = capeRefusals({
      startsOn: localDate('2026-01-15'),
      endsOn: localDate('2027-06-30'),
      sequence: 0,
    })
    expect(result).toMatchObject([{ params: { latestEndsOn: '2027-01-14', monthsMax: 12 } }])
    expect(latestCapeEnd(localDate('2026-08-15'))).toBe('2027-08-14')
    expect(capeRenewalStart(PREVIOUS)).toBe('2027-01-15')
  })
})
