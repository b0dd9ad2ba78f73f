import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { type EngagementHost, engagementMeter } from './engagement.ts'

const club: EngagementHost = {
  name: 'Club',
  form: 'association',
  minutes: 7_200,
  declaredOn: localDate('2019-04-02'),
  isGeneralInterest: true,
  role: 'supervises',
}
const refusals = (over: Partial<EngagementHost>) =>
  engagementMeter(2026, [{ ...club, ...over }]).hosts[0]?.refusals

describe('the compte d’engagement citoyen', () => {
  it('needs 200 hours in the year, of which 100 in one association, to the minute', () => {
    const other = { ...club, name: 'Autre', minutes: 4_800 }
    expect(engagementMeter(2026, [club, other])).toMatchObject({
      minutes: 12_000,
      mostInOneMinutes: 7_200,
      verdict: 'may-help',
    })
    expect(engagementMeter(2026, [club, { ...other, minutes: 4_799 }]).verdict).toBe(
      'hours-missing',
    )
    const three = [5_999, 5_999, 5_999].map((minutes) => ({ ...club, minutes }))
    expect(engagementMeter(2026, three).verdict).toBe('hours-missing')
  })

  it('is not for who helps project holders without supervising volunteers or sitting on the board', () => {
    const meter = engagementMeter(2026, [{ ...club, minutes: 30_000, role: 'none' }])
    expect([meter.verdict, meter.minutes]).toEqual(['not-concerned', 0])
    expect(meter.hosts[0]?.refusals).toEqual(['no-role'])
    expect(refusals({ role: 'board' })).toEqual([])
  })

  it('counts associations alone, declared for a year, of general interest', () => {
    expect(refusals({ form: 'scic' })).toEqual(['not-association'])
    expect(refusals({ declaredOn: localDate('2025-12-31') })).toEqual([])
    expect(refusals({ declaredOn: localDate('2026-01-01') })).toEqual(['declared-too-late'])
    expect(refusals({ isGeneralInterest: false })).toEqual(['purpose-other'])
    expect(refusals({ declaredOn: null, isGeneralInterest: null })).toEqual([
      'declaration-unknown',
      'purpose-unknown',
    ])
  })

  it('says the two last days of the year after', () => {
    expect(engagementMeter(2026, [])).toMatchObject({
      verdict: 'not-concerned',
      declareBy: '2027-06-30',
      attestBy: '2027-12-31',
      yearCents: 24_000n,
      ceilingCents: 72_000n,
    })
    expect(() => engagementMeter(2019, [])).toThrow()
  })
})
