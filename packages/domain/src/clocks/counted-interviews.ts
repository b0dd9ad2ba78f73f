import type { LocalDate } from '../time/local-date.ts'
import {
  type Career,
  type CareerContract,
  type Interview,
  lastDayOf,
  tookEffect,
} from './career.ts'

/** Why an interview counts in no period of R7331-3. */
export const UNCOUNTED_REASONS = [
  'no-cesa-that-day',
  'not-a-cesa',
  'contract-cancelled',
  'outside-contract',
  'not-signed',
  'signed-after-today',
] as const
export type UncountedReason = (typeof UNCOUNTED_REASONS)[number]

/** The contract whose period an interview counts in, or why it counts in none. */
export type InterviewCount =
  | { readonly contractId: string; readonly reason: null }
  | { readonly contractId: string | null; readonly reason: UncountedReason }

/**
 * R7331-3 asks for interviews under a CESA, each with a report that the entrepreneur signed. One held before or
 * after it, under a CAPE or between two contracts breaks no rule: it counts for nothing. Two of one day are two.
 */
export function countOfInterview(
  interview: Interview,
  { contracts }: Career,
  today: LocalDate,
): InterviewCount {
  const contract = contractOf(interview, contracts)
  const contractId = contract?.id ?? null
  if (contract === null) return { contractId, reason: 'no-cesa-that-day' }
  if (contract.kind !== 'CESA') return { contractId, reason: 'not-a-cesa' }
  if (!tookEffect(contract)) return { contractId, reason: 'contract-cancelled' }
  // After the last day there is no entrepreneur to support, whatever was signed.
  if (!covers(contract, interview.on)) return { contractId, reason: 'outside-contract' }
  if (interview.signedOn === undefined) return { contractId, reason: 'not-signed' }
  if (interview.signedOn > today) return { contractId, reason: 'signed-after-today' }
  return { contractId: contract.id, reason: null }
}

/** The days of the interviews that count, by contract. */
export function interviewDaysOf(career: Career, today: LocalDate): Map<string, LocalDate[]> {
  const days = new Map<string, LocalDate[]>()
  for (const interview of career.interviews ?? []) {
    const { contractId, reason } = countOfInterview(interview, career, today)
    if (reason === null) days.set(contractId, [...(days.get(contractId) ?? []), interview.on])
  }
  return days
}

/** The contract that an interview names, else the latest CESA that covers its day. */
function contractOf(
  { contractId, on }: Interview,
  contracts: readonly CareerContract[],
): CareerContract | null {
  if (contractId !== undefined) return contracts.find(({ id }) => id === contractId) ?? null
  const covering = contracts.filter(
    (contract) => contract.kind === 'CESA' && tookEffect(contract) && covers(contract, on),
  )
  return covering.reduce<CareerContract | null>(
    (latest, one) =>
      latest === null || one.startsOn + one.id > latest.startsOn + latest.id ? one : latest,
    null,
  )
}

function covers(contract: CareerContract, day: LocalDate): boolean {
  const lastDay = lastDayOf(contract)
  return contract.startsOn <= day && (lastDay === null || lastDay >= day)
}
