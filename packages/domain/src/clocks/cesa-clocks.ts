import { addDays, daysBetween, earlierOf, type LocalDate, laterOf } from '../time/local-date.ts'
import { type CareerContract, type CareerContractKind, lastDayOf } from './career.ts'
import { type Clock, clockOn, type SumTerm } from './clock.ts'
import { interviewClocks } from './interview-clocks.ts'
import { alertsBefore, type EarlierTime, earlierTime, type Known } from './known.ts'
import { deduct, type Length, unionOf } from './lengths.ts'
import { CLOCK_RULES } from './rules.ts'
import { variablePayClocks } from './variable-pay-clocks.ts'

/** The clocks of one CESA: its trial, the day to be associate, its interviews, its variable pay. */
export function cesaClocks(contract: CareerContract, known: Known): Clock[] {
  const earlier = earlierTime(contract, known.career)
  const associate = associateClock(contract, earlier, known)
  const isOverByLaw = associate.state === 'passed' && contract.isAssociateUnknown !== true
  return [
    trialClock(contract, earlier, known),
    associate,
    ...interviewClocks(contract, known, isOverByLaw ? associate.endsOn : null),
    ...variablePayClocks(contract, known),
  ]
}

/**
 * The trial as agreed, else the longest the law allows: eight months minus every earlier contract
 * (L7332-1).
 */
function trialClock(
  contract: CareerContract,
  earlier: readonly EarlierTime[],
  known: Known,
): Clock {
  const rule = CLOCK_RULES.trial
  const { startsOn } = contract
  const deduction = limitOf(contract, earlier, rule.duration.months)
  const terms = sumOf(startsOn, rule.duration.months, earlier, deduction.counted)
  const base = { contractId: contract.id, startsOn }
  if (deduction.isUsedUp) {
    const reason = 'none-left' as const
    return clockOn(known.today, rule, {
      ...base,
      endsOn: startsOn,
      basis: 'no-trial',
      reason,
      sum: terms,
    })
  }
  const latest = addDays(deduction.on, -1)
  const { trialEndsOn } = contract
  const isAgreed = trialEndsOn != null && trialEndsOn <= latest
  const lawful = isAgreed ? trialEndsOn : latest
  const absentDays = absencesIn(contract, lawful, known)
  const endsOn = addDays(lawful, absentDays)
  const lastDay = lastDayOf(contract)
  const isOver = lastDay !== null && lastDay < endsOn
  const absence: SumTerm[] =
    absentDays === 0 ? [] : [{ role: 'absence', sign: 1, days: absentDays }]
  const agreed: SumTerm[] = [{ role: 'start', on: lawful }, ...absence]
  return clockOn(known.today, rule, {
    ...base,
    endsOn,
    reason: trialEndsOn === null ? 'no-trial-agreed' : isOver ? 'ended-before' : null,
    basis: isAgreed && absentDays === 0 ? 'written' : 'sum',
    sum: isAgreed ? agreed : [...terms, ...absence, { role: 'days', sign: -1, days: 1 }],
    alertsOn: alertsBefore(rule, endsOn),
  })
}

/** The day by which the person is associate, else the contract has ended (L7331-3). */
function associateClock(
  contract: CareerContract,
  earlier: readonly EarlierTime[],
  { today }: Known,
): Clock {
  const rule = CLOCK_RULES['associate-deadline']
  const { startsOn, associateOn } = contract
  const deduction = limitOf(contract, earlier, rule.duration.months)
  const endsOn = deduction.on
  const isMet = associateOn !== undefined && associateOn <= endsOn && associateOn <= today
  const lastDay = lastDayOf(contract)
  const isOver = !isMet && lastDay !== null && lastDay < endsOn
  // Somebody wrote that the law ended it on its day: nothing is left to confirm.
  const isConfirmed = !isMet && contract.endedOn === endsOn
  return clockOn(today, rule, {
    contractId: contract.id,
    startsOn,
    endsOn,
    isMet,
    reason: isOver ? 'ended-before' : isConfirmed ? 'ended-by-law' : null,
    basis: deduction.isUsedUp ? 'used-up' : 'sum',
    sum: sumOf(startsOn, rule.duration.months, earlier, deduction.counted),
    alertsOn: alertsBefore(rule, endsOn),
  })
}

function limitOf(contract: CareerContract, earlier: readonly EarlierTime[], months = 0) {
  return deduct(
    contract.startsOn,
    months,
    earlier.map((interval) => interval.length),
  )
}

function sumOf(
  startsOn: LocalDate,
  months: number | undefined,
  earlier: readonly EarlierTime[],
  counted: readonly Length[],
): SumTerm[] {
  const deductions = earlier.map(({ sources, length }, at): SumTerm => {
    const countedAs = counted[at] ?? length
    const isRounded = countedAs.months !== length.months
    const kinds: readonly CareerContractKind[] = [...new Set(sources.map(({ kind }) => kind))]
    const contractIds = sources.map(({ id }) => id)
    const term = { role: 'earlier', sign: -1, kinds, contractIds, ...length } as const
    return isRounded ? { ...term, countedAs } : term
  })
  return [
    { role: 'start', on: startsOn },
    { role: 'limit', sign: 1, months: months ?? 0 },
    ...deductions,
  ]
}

/**
 * The days absent during a trial, which prolong it by as many days; absences in the prolongation count too.
 */
function absencesIn(contract: CareerContract, lawfulEnd: LocalDate, known: Known): number {
  if (!known.settings.doAbsencesProlongTrial) return 0
  const lastDay = lastDayOf(contract)
  const absences = unionOf(
    (known.career.suspensions ?? [])
      .filter(({ contractId }) => contractId === contract.id)
      .map(({ startsOn, endsOn }) => ({
        startsOn: laterOf(startsOn, contract.startsOn),
        // An absence without an end counts until today: nobody knows more. After the contract nobody is absent.
        endsOn: earlierOf(endsOn ?? known.today, lastDay ?? endsOn ?? known.today),
        sources: [],
      }))
      .filter(({ startsOn, endsOn }) => startsOn <= endsOn),
  )
  let days = 0
  for (const { startsOn, endsOn } of absences) {
    if (startsOn > addDays(lawfulEnd, days)) break
    days += daysBetween(startsOn, endsOn) + 1
  }
  return days
}
