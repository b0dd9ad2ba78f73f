import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import type { Period } from '../time/period.ts'
import { checkSuspension, isSuspensionReason, SUSPENSION_REASONS } from './suspensions.ts'

const days = (startsOn: string, endsOn: string | null): Period => ({
  startsOn: localDate(startsOn),
  endsOn: endsOn === null ? null : localDate(endsOn),
})
const contract = days('2026-02-01', '2027-01-31')
const check = (wanted: Period, others: Period[] = [], of = contract) => {
  const result = checkSuspension(wanted, { contract: of, others })
  return result.ok ? 'ok' : result.refusal.code
}

describe('checkSuspension', () => {
  it('stays within the contract', () => {
    expect(check(days('2026-02-01', '2027-01-31'))).toBe('ok')
    expect(check(days('2026-01-31', '2026-02-05'))).toBe('suspension-outside-contract')
    expect(check(days('2027-01-20', '2027-02-01'))).toBe('suspension-outside-contract')
    expect(check(days('2027-02-01', null))).toBe('suspension-outside-contract')
    expect(check(days('2030-01-01', null), [], days('2026-02-01', null))).toBe('ok')
  })

  it('never overlaps another one, be it by one day', () => {
    const others = [days('2026-03-10', '2026-03-20')]
    expect(check(days('2026-03-20', '2026-03-22'), others)).toBe('suspension-overlaps')
    expect(check(days('2026-03-21', '2026-03-22'), others)).toBe('ok')
    expect(check(days('2026-03-01', null), others)).toBe('suspension-overlaps')
    expect(check(days('2026-04-01', '2026-04-02'), [days('2026-03-21', null)])).toBe(
      'suspension-overlaps',
    )
  })

  it('does not end before it starts', () => {
    expect(check(days('2026-03-10', '2026-03-09'))).toBe('suspension-ends-before-start')
  })

  it('knows its reasons', () => {
    expect(SUSPENSION_REASONS.every(isSuspensionReason)).toBe(true)
    expect(isSuspensionReason('holiday')).toBe(false)
  })
})
