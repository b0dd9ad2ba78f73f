import { addDays, addMonthsClamped, type LocalDate } from '../time/local-date.ts'
import { type CareerContract, lastDayOf } from './career.ts'
import { type Clock, clockOn } from './clock.ts'
import { alertsBefore, type Known } from './known.ts'
import { CLOCK_RULES } from './rules.ts'

/**
 * One clock per period of twelve months from the first day, until the period of today. After `overByLawOn` the
 * contract has ended without anybody writing it (L7331-3): nothing is owed any more.
 */
export function interviewClocks(
  contract: CareerContract,
  known: Known,
  overByLawOn: LocalDate | null,
): Clock[] {
  const rule = CLOCK_RULES.interviews
  const months = rule.duration.months ?? 0
  const wanted = rule.count ?? 0
  const lastDay = lastDayOf(contract)
  const countedDays = known.interviewDays.get(contract.id) ?? []
  const clocks: Clock[] = []
  for (let number = 0; ; number += 1) {
    const startsOn = addMonthsClamped(contract.startsOn, number * months)
    const isAfter = startsOn > known.interviewsUntil || (lastDay !== null && startsOn > lastDay)
    if (number > 0 && isAfter) return clocks
    const endsOn = addDays(addMonthsClamped(contract.startsOn, (number + 1) * months), -1)
    const done = countedDays.filter((on) => on >= startsOn && on <= endsOn).length
    const isMissing = done < wanted
    const isCutShort = isMissing && lastDay !== null && lastDay < endsOn
    const isOverByLaw = isMissing && overByLawOn !== null && overByLawOn < endsOn
    clocks.push(
      clockOn(known.today, rule, {
        contractId: contract.id,
        startsOn,
        endsOn,
        basis: 'interviews',
        isMet: done >= wanted,
        reason: isCutShort ? 'cut-short' : isOverByLaw ? 'over-by-law' : null,
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
