import { ok, type Refusal, type Result, refused } from '../result.ts'
import type { LocalDate } from '../time/local-date.ts'

/** What an amendment may change besides the contribution, by kind of contract (L7331-2, 2°, a, b and d). */
export const AMENDABLE_TERMS = {
  CAPE: ['means'],
  CESA: ['fixedPartCents', 'minimumActivity', 'means'],
} as const
export type AmendableTerm = (typeof AMENDABLE_TERMS)['CAPE' | 'CESA'][number]

/** One amendment that both sides signed. `terms` holds what it changes and nothing else. */
export interface SignedAmendment<Terms extends object> {
  readonly n: number
  readonly effectiveOn: LocalDate
  readonly schemeId: string | null
  readonly terms: Partial<Terms>
}

export interface TermsInForce<Terms extends object> {
  readonly schemeId: string
  readonly terms: Terms
  /** The amendments that made them, by number. */
  readonly amendments: readonly number[]
}

/**
 * The terms in force on a day: the original, then every amendment in force, by its effect date and then
 * by its number. The original is never changed.
 */
export function termsOn<Terms extends object>(
  original: { readonly schemeId: string; readonly terms: Terms },
  amendments: readonly SignedAmendment<Terms>[],
  on: LocalDate,
): TermsInForce<Terms> {
  const inForce = amendments
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.n - b.n)
  return inForce.reduce<TermsInForce<Terms>>(
    (before, { n, schemeId, terms }) => ({
      schemeId: schemeId ?? before.schemeId,
      terms: { ...before.terms, ...terms },
      amendments: [...before.amendments, n],
    }),
    { schemeId: original.schemeId, terms: original.terms, amendments: [] },
  )
}

export type AmendmentRefusalCode =
  | 'amendment-outside-contract'
  | 'amendment-changes-nothing'
  | 'amendment-month-closed'

/**
 * Whether an amendment may take effect on a day: within the contract, changing something, and not in a
 * month that the books have closed (`openFrom` is the first day of the oldest open month).
 */
export function checkAmendment(
  wanted: { readonly effectiveOn: LocalDate; readonly changes: number },
  contract: {
    readonly startsOn: LocalDate
    readonly endsOn: LocalDate | null
    readonly openFrom: LocalDate
  },
): Result<LocalDate, Refusal<AmendmentRefusalCode>> {
  const { effectiveOn, changes } = wanted
  const { startsOn, endsOn, openFrom } = contract
  if (effectiveOn < startsOn || (endsOn !== null && effectiveOn > endsOn))
    return refused('amendment-outside-contract', {
      startsOn,
      ...(endsOn === null ? {} : { endsOn }),
    })
  if (effectiveOn < openFrom) return refused('amendment-month-closed', { openFrom })
  if (changes === 0) return refused('amendment-changes-nothing')
  return ok(effectiveOn)
}
