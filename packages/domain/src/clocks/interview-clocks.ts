import { addDays, addMonthsClamped, type LocalDate } from '../time/local-date.ts'
import { type CareerContract, type Interview, lastDayOf, tookEffect } from './career.ts'
import { type Clock, clockOn } from './clock.ts'
import { alertsBefore, type Known } from './known.ts'
import { CLOCK_RULES } from './rules.ts'

/** One clock per period of twelve months from the first day, until the period of today. */
export function interviewClocks(contract: CareerContract, known: Known): Clock[] {
  const rule = CLOCK_RULES.interviews
  const months = rule.duration.months ?? 0
  const wanted = rule.count ?? 0
  const lastDay = lastDayOf(contract)
  const clocks: Clock[] = []
  for (let number = 0; ; number += 1) {
    const startsOn = addMonthsClamped(contract.startsOn, number * months)
    const isAfter = startsOn > known.interviewsUntil || (lastDay !== null && startsOn > lastDay)
    if (number > 0 && isAfter) return clocks
    const endsOn = addDays(addMonthsClamped(contract.startsOn, (number + 1) * months), -1)
    // After the last day there is no entrepreneur to support, whatever was signed.
    const until = lastDay !== null && lastDay < endsOn ? lastDay : endsOn
    const done = signedInterviews(contract, { startsOn, endsOn: until }, known)
    const isCutShort = lastDay !== null && lastDay < endsOn && done < wanted
    clocks.push(
      clockOn(known.today, rule, {
        contractId: contract.id,
        startsOn,
        endsOn,
        basis: 'interviews',
        isMet: done >= wanted,
        reason: isCutShort ? 'cut-short' : null,
        count: { done, max: wanted, left: Math.max(0, wanted - done) },
        sum: [
          { role: 'start', on: contract.startsOn },
          { role: 'limit', sign: 1, months: (number + 1) * months },
          { role: 'days', sign: -1, days: 1 },
        ],
        alertsOn: alertsLeft(alertsBefore(rule, endsOn), done),
      }),
    )
  }
}

/** The first alert is for the first interview: once it is signed, the next alert is for the second. */
function alertsLeft(alerts: readonly LocalDate[], done: number): readonly LocalDate[] {
  return alerts.slice(Math.min(done, alerts.length - 1))
}

function signedInterviews(
  contract: CareerContract,
  period: { startsOn: LocalDate; endsOn: LocalDate },
  { career, today }: Known,
): number {
  const isOf = (interview: Interview) =>
    interview.contractId === undefined
      ? cesaOn(interview.on, career.contracts)?.id === contract.id
      : interview.contractId === contract.id
  return (career.interviews ?? []).filter(
    (interview) =>
      interview.signedOn !== undefined &&
      interview.signedOn <= today &&
      interview.on >= period.startsOn &&
      interview.on <= period.endsOn &&
      isOf(interview),
  ).length
}

function cesaOn(day: LocalDate, contracts: readonly CareerContract[]): CareerContract | null {
  const covering = contracts.filter((contract) => {
    const lastDay = lastDayOf(contract)
    const isOn = contract.startsOn <= day && (lastDay === null || lastDay >= day)
    return contract.kind === 'CESA' && tookEffect(contract) && isOn
  })
  covering.sort((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? 1 : -1))
  return covering[0] ?? null
}
