import { addDays } from '../time/local-date.ts'
import { addWorkingDays } from '../time/working-days.ts'
import type { CareerContract, Permit } from './career.ts'
import { type Clock, clockOn } from './clock.ts'
import { alertsBefore, type Known } from './known.ts'
import { CLOCK_RULES } from './rules.ts'

/** The clocks of a hire: declared to URSSAF, and the permit checked, before the first day. */
export function hireClocks(contract: CareerContract, known: Known): Clock[] {
  return [declarationClock(contract, known), permitCheckClock(contract, known)]
}

/** At the earliest eight days before the hire, and before it in any case (R1221-5). */
function declarationClock(contract: CareerContract, { today }: Known): Clock {
  const rule = CLOCK_RULES['pre-hire-declaration']
  const { startsOn: hiredOn, declaredOn } = contract
  const opensOn = addDays(hiredOn, -(rule.duration.days ?? 0))
  return clockOn(today, rule, {
    contractId: contract.id,
    startsOn: opensOn,
    endsOn: hiredOn,
    isMet: declaredOn !== undefined && declaredOn >= opensOn && declaredOn <= today,
    basis: 'written',
    sum: [
      { role: 'start', on: hiredOn },
      { role: 'days', sign: -1, days: rule.duration.days ?? 0 },
    ],
    alertsOn: alertsBefore(rule, hiredOn),
  })
}

/**
 * The last day to ask the prefecture: two working days before the hire (R5221-41). Nobody asks about a paper
 * whose kind allows no salaried work; what was asked in time stays so.
 */
function permitCheckClock(contract: CareerContract, { career, today, settings }: Known): Clock {
  const rule = CLOCK_RULES['permit-check']
  const workingDays = rule.duration.workingDays ?? 0
  const { startsOn: hiredOn, permitCheckOn, jobSeekerProofOn } = contract
  const endsOn = addWorkingDays(hiredOn, -workingDays, settings.department)
  const isExempt =
    jobSeekerProofOn !== undefined && jobSeekerProofOn <= hiredOn && jobSeekerProofOn <= today
  const hasPermit = career.isPermitHeld ?? (career.permits ?? []).length > 0
  const isMet = permitCheckOn !== undefined && permitCheckOn <= endsOn && permitCheckOn <= today
  const isClosed = career.isSalariedClosed === true && !isMet
  return clockOn(today, rule, {
    contractId: contract.id,
    startsOn: endsOn,
    endsOn,
    isMet,
    reason: isClosed ? 'not-salaried' : isExempt ? 'job-seeker' : hasPermit ? null : 'no-permit',
    sum: [
      { role: 'start', on: hiredOn },
      { role: 'working-days', sign: -1, days: workingDays },
    ],
    alertsOn: alertsBefore(rule, endsOn),
  })
}

/** The last day of a permit, unless another one takes over by the day after. */
export function permitClock(permit: Permit, { career, today }: Known): Clock {
  const rule = CLOCK_RULES['permit-expiry']
  const isReplaced = (career.permits ?? []).some(
    (other) =>
      other.id !== permit.id &&
      other.endsOn > permit.endsOn &&
      (other.startsOn === undefined || other.startsOn <= addDays(permit.endsOn, 1)),
  )
  return clockOn(today, rule, {
    permitId: permit.id,
    startsOn: permit.startsOn ?? permit.endsOn,
    endsOn: permit.endsOn,
    isMet: isReplaced,
    basis: 'permit',
    sum: [{ role: 'start', on: permit.endsOn }],
    alertsOn: alertsBefore(rule, permit.endsOn),
  })
}
