import {
  addDays,
  addMonthsClamped,
  daysBetween,
  type LocalDate,
  laterOf,
} from '../time/local-date.ts'
import {
  type CareerContract,
  type CareerContractKind,
  type Interview,
  lastDayOf,
  tookEffect,
} from './career.ts'
import { type Clock, clockOn, type SumTerm } from './clock.ts'
import { alertsBefore, type EarlierTime, earlierTime, type Known } from './known.ts'
import { deduct, type Length, unionOf } from './lengths.ts'
import { CLOCK_RULES } from './rules.ts'

/** The clocks of one CESA: its trial, the day to be associate, its interviews, its variable pay. */
export function cesaClocks(contract: CareerContract, known: Known): Clock[] {
  const earlier = earlierTime(contract, known.career)
  return [
    trialClock(contract, earlier, known),
    associateClock(contract, earlier, known),
    ...interviewClocks(contract, known),
    ...variablePayClocks(contract, known),
  ]
}

/** The longest trial the law allows: eight months minus every earlier contract (L7332-1). */
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
  const lawful = addDays(deduction.on, -1)
  const absentDays = absencesIn(contract, lawful, known)
  const endsOn = addDays(lawful, absentDays)
  const lastDay = lastDayOf(contract)
  const isOver = lastDay !== null && lastDay < endsOn
  const absence: SumTerm[] =
    absentDays === 0 ? [] : [{ role: 'absence', sign: 1, days: absentDays }]
  return clockOn(known.today, rule, {
    ...base,
    endsOn,
    reason: isOver ? 'ended-before' : null,
    sum: [...terms, ...absence, { role: 'days', sign: -1, days: 1 }],
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
  return clockOn(today, rule, {
    contractId: contract.id,
    startsOn,
    endsOn,
    isMet,
    reason: isOver ? 'ended-before' : null,
    basis: deduction.isUsedUp ? 'used-up' : 'sum',
    sum: sumOf(startsOn, rule.duration.months, earlier, deduction.counted),
    alertsOn: alertsBefore(rule, endsOn),
  })
}

/** One clock per period of twelve months from the first day, until the period of today. */
function interviewClocks(contract: CareerContract, known: Known): Clock[] {
  const rule = CLOCK_RULES.interviews
  const months = rule.duration.months ?? 0
  const wanted = rule.count ?? 0
  const lastDay = lastDayOf(contract)
  const clocks: Clock[] = []
  for (let number = 0; ; number += 1) {
    const startsOn = addMonthsClamped(contract.startsOn, number * months)
    const isAfter = startsOn > known.today || (lastDay !== null && startsOn > lastDay)
    if (number > 0 && isAfter) return clocks
    const endsOn = addDays(addMonthsClamped(contract.startsOn, (number + 1) * months), -1)
    const done = signedInterviews(contract, { startsOn, endsOn }, known)
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
        alertsOn: alertsBefore(rule, endsOn),
      }),
    )
  }
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

/** The balance of variable pay is due one month after the assembly that approved the accounts. */
function variablePayClocks(contract: CareerContract, { career, today }: Known): Clock[] {
  const rule = CLOCK_RULES['variable-pay']
  const assemblies = [...new Set(career.assembliesOn ?? [])].sort()
  const lastDay = lastDayOf(contract)
  const concerned = assemblies.filter((on) => {
    if (on < contract.startsOn) return false
    // The accounts of the year of the exit are approved by one of the two assemblies that follow it.
    const since = assemblies.filter((other) => lastDay !== null && other > lastDay && other < on)
    return since.length < 2
  })
  return concerned.map((assemblyOn) => {
    const endsOn = addMonthsClamped(assemblyOn, rule.duration.months ?? 0)
    return clockOn(today, rule, {
      contractId: contract.id,
      startsOn: assemblyOn,
      endsOn,
      isMet: (career.variablePayments ?? []).some(
        (paid) =>
          paid.contractId === contract.id && paid.assemblyOn === assemblyOn && paid.paidOn <= today,
      ),
      sum: [
        { role: 'start', on: assemblyOn },
        { role: 'limit', sign: 1, months: rule.duration.months ?? 0 },
      ],
      alertsOn: alertsBefore(rule, endsOn),
    })
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
  const absences = unionOf(
    (known.career.suspensions ?? [])
      .filter(({ contractId }) => contractId === contract.id)
      .map(({ startsOn, endsOn }) => ({
        startsOn: laterOf(startsOn, contract.startsOn),
        // An absence that has not ended counts until today: nobody knows more.
        endsOn: endsOn ?? laterOf(known.today, startsOn),
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
