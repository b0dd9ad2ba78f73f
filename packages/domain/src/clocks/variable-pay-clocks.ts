import { coversYear } from '../pay/financial-year.ts'
import { addMonthsClamped } from '../time/local-date.ts'
import { type CareerContract, lastDayOf } from './career.ts'
import { type Clock, clockOn } from './clock.ts'
import { alertsBefore, type Known } from './known.ts'
import { CLOCK_RULES } from './rules.ts'

/**
 * The balance of variable pay is due one month after the assembly that approved the accounts, under each
 * contract that covers a day of the year it approved. Where that year is not known: under each that had
 * begun, and one that ended waits for two assemblies, since one of them approves the year of its end.
 */
export function variablePayClocks(contract: CareerContract, { career, today }: Known): Clock[] {
  const rule = CLOCK_RULES['variable-pay']
  const assemblies = [...new Set(career.assembliesOn ?? [])].sort()
  const lastDay = lastDayOf(contract)
  const concerned = assemblies.filter((on) => {
    if (on < contract.startsOn) return false
    const year = career.approvedYears?.find((approved) => approved.assemblyOn === on)
    if (year !== undefined)
      return coversYear({ startsOn: contract.startsOn, lastOn: lastDay }, year)
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
