import { allocate } from '../money/allocate.ts'
import type { Cents } from '../money/cents.ts'
import { ok, type Refusal, type Result, refused } from '../result.ts'

/** The whole of an activity, in thousandths: the unit of a share. */
export const WHOLE_PERMILLE = 1_000

/** What part of an activity's result is somebody's, in thousandths of the whole. */
export type ActivityShare = { readonly personId: string; readonly sharePermille: number }

export type SharesRefusalCode = 'shares-need-two' | 'shares-person-twice' | 'shares-not-whole'

/**
 * Whether these shares may stand in the convention of a shared activity (C. trav. R7331-6): at least
 * two people, each of them once and with a share of at least one thousandth, and the whole of the
 * activity given out, neither more nor less. Refuses with the first broken rule; 'shares-not-whole'
 * says what is missing (positive) or too much (negative), in thousandths.
 */
export function checkShares(
  shares: readonly ActivityShare[],
): Result<readonly ActivityShare[], Refusal<SharesRefusalCode>> {
  const people = new Set(shares.map((share) => share.personId))
  if (people.size < 2 && shares.length < 2) return refused('shares-need-two')
  if (people.size < shares.length) return refused('shares-person-twice')
  const given = shares.reduce((sum, share) => sum + share.sharePermille, 0)
  const isEachPart = shares.every(
    ({ sharePermille }) => Number.isSafeInteger(sharePermille) && sharePermille > 0,
  )
  if (given !== WHOLE_PERMILLE || !isEachPart) {
    return refused('shares-not-whole', { missingPermille: WHOLE_PERMILLE - given })
  }
  return ok(shares)
}

/**
 * An amount of a shared activity, person by person: the parts always sum to the whole, each less than
 * a cent from its exact share; an odd cent goes to the larger remainder, then to the lower identifier,
 * so that the order in which people were written down changes nothing.
 */
export function splitByShares(
  total: Cents,
  shares: readonly ActivityShare[],
): ReadonlyMap<string, Cents> {
  const ordered = [...shares].sort((one, other) => (one.personId < other.personId ? -1 : 1))
  const parts = allocate(
    total,
    ordered.map((share) => BigInt(share.sharePermille)),
  )
  const split = new Map<string, Cents>()
  for (const [index, part] of parts.entries()) {
    const share = ordered[index]
    if (share !== undefined) split.set(share.personId, part)
  }
  return split
}
