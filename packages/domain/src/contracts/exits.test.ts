import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import {
  checkExit,
  type EndingContract,
  EXIT_REASONS,
  EXIT_REASONS_OF,
  type ExitReason,
  exitSteps,
  isEarlyEnd,
  isExitReason,
  isExitStep,
} from './exits.ts'

const cape: EndingContract = {
  kind: 'CAPE',
  startsOn: localDate('2026-02-01'),
  endsOn: localDate('2027-01-31'),
  endsByLaw: false,
  trialEndsOn: null,
}
const cesa: EndingContract = {
  kind: 'CESA',
  startsOn: localDate('2026-02-01'),
  endsOn: localDate('2028-01-31'),
  endsByLaw: true,
  trialEndsOn: localDate('2026-06-30'),
}
const check = (contract: EndingContract, reason: ExitReason, on: string) => {
  const result = checkExit(contract, { reason, effectiveOn: localDate(on) })
  return result.ok ? 'ok' : result.refusal.code
}

describe('checkExit', () => {
  it('keeps the reasons of a support contract and of employment apart', () => {
    for (const reason of EXIT_REASONS_OF.CESA)
      expect(check(cape, reason, '2026-05-31')).toBe('exit-reason-not-for-kind')
    for (const reason of EXIT_REASONS_OF.CAPE)
      expect(check(cesa, reason, '2026-05-31')).toBe('exit-reason-not-for-kind')
  })

  it('refuses a day outside the contract', () => {
    expect(check(cape, 'abandonment', '2026-01-31')).toBe('exit-before-start')
    expect(check(cape, 'abandonment', '2026-02-01')).toBe('ok')
    expect(check(cape, 'abandonment', '2027-02-01')).toBe('exit-after-end')
    expect(check({ ...cesa, endsOn: null, endsByLaw: false }, 'resignation', '2040-01-01')).toBe(
      'ok',
    )
  })

  it('reaches a term on its day only', () => {
    expect(check(cape, 'term_reached', '2027-01-30')).toBe('exit-not-at-term')
    expect(check(cape, 'term_reached', '2027-01-31')).toBe('ok')
  })

  it('misses the associate deadline on the day the law says, and only without an associate', () => {
    expect(check(cesa, 'associate_deadline_missed', '2028-01-31')).toBe('ok')
    expect(check(cesa, 'associate_deadline_missed', '2028-01-30')).toBe('exit-no-deadline-missed')
    const associate = { ...cesa, endsOn: null, endsByLaw: false }
    expect(check(associate, 'associate_deadline_missed', '2028-01-31')).toBe(
      'exit-no-deadline-missed',
    )
  })

  it('ends a trial within the trial', () => {
    expect(check(cesa, 'end_of_trial', '2026-06-30')).toBe('ok')
    expect(check(cesa, 'end_of_trial', '2026-07-01')).toBe('exit-trial-over')
    expect(check({ ...cesa, trialEndsOn: null }, 'end_of_trial', '2026-03-01')).toBe(
      'exit-trial-over',
    )
  })
})

describe('exitSteps', () => {
  const of = (kind: 'CAPE' | 'CESA', reason: ExitReason, on: string, term: string | null) =>
    exitSteps({
      kind,
      reason,
      effectiveOn: localDate(on),
      termOn: term === null ? null : localDate(term),
    })

  it('asks the papers of an employee for a CESA and none of them for a CAPE', () => {
    expect(of('CESA', 'resignation', '2026-05-31', null)).toEqual([
      'final_declaration',
      'balance',
      'work_certificate',
      'settlement_receipt',
      'employer_certificate',
      'variable_pay',
      'clientele',
      'access',
    ])
    expect(of('CAPE', 'term_reached', '2027-01-31', '2027-01-31')).toEqual([
      'final_declaration',
      'balance',
      'cape_certificate',
      'business_papers',
      'access',
    ])
  })

  it('tells URSSAF and France Travail of an early end only', () => {
    const early = { effectiveOn: localDate('2026-05-31'), termOn: localDate('2027-01-31') }
    expect(isEarlyEnd(early)).toBe(true)
    expect(isEarlyEnd({ ...early, termOn: early.effectiveOn })).toBe(false)
    expect(isEarlyEnd({ ...early, termOn: null })).toBe(false)
    expect(of('CAPE', 'moved_away', '2026-05-31', '2027-01-31')).toContain('notices')
  })

  it('leaves the account and the access to whoever goes on under a CESA', () => {
    const steps = of('CAPE', 'to_cesa', '2026-05-31', '2027-01-31')
    expect(steps).toEqual(['notices', 'cape_certificate', 'business_papers'])
  })

  it('knows its own words', () => {
    expect(EXIT_REASONS.every(isExitReason)).toBe(true)
    expect(isExitReason('holiday')).toBe(false)
    expect(isExitStep('balance')).toBe(true)
    expect(isExitStep('party')).toBe(false)
  })
})
