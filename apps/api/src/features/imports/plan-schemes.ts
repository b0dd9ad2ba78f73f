import { lastDay, nextMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { checkReplaced } from '../settings/index.ts'
import { type KnownScheme, knownSchemes, schemeContent } from './known-data.ts'
import type { ParsedMonth, ParsedScheme } from './parsed-month.ts'
import type { RefuseAt } from './refusal.ts'

/** Those to create; one that is known already must say the same. */
export async function planSchemes(
  tx: Tx,
  cooperativeId: string,
  { schemes }: ParsedMonth,
  refuse: RefuseAt,
) {
  const known = await knownSchemes(tx, cooperativeId)
  const created = schemes.filter((scheme) => {
    const twin = known.find((one) => one.code === scheme.code)
    if (twin !== undefined && !isSame(twin, scheme)) {
      refuse(scheme.place, 'code', 'scheme-differs', { code: scheme.code })
    } else if (twin !== undefined) refuseOtherEnd(twin, { scheme, schemes, known }, refuse)
    return twin === undefined
  })
  for (const scheme of created)
    await refuseBadFollower(tx, cooperativeId, { scheme, known }, refuse)
  const ids = new Map(known.map((one) => [one.code, one.id]))
  return { created, known, ids, codes: new Set([...ids.keys(), ...schemes.map((one) => one.code)]) }
}

/**
 * A decision never changes once it is known, its end no more than its rates: months may be accepted after
 * the one that the file says now. Its end shows again in the decision that follows, known or in the file.
 */
function refuseOtherEnd(
  twin: KnownScheme,
  of: { scheme: ParsedScheme; schemes: readonly ParsedScheme[]; known: readonly KnownScheme[] },
  refuse: RefuseAt,
): void {
  const { place, code, until } = of.scheme
  if (until === null || until === twin.until) return
  const next = of.known.find(({ turn }) => turn.follows === code)?.turn.from
  const first = next ?? of.schemes.find(({ follows }) => follows === code)?.from
  if (twin.until === null && first === nextMonth(until)) return
  if (twin.until === null) refuse(place, 'valide_au', 'scheme-end-unknown', { code, until })
  else refuse(place, 'valide_au', 'scheme-end-differs', { code, until, known: twin.until })
}

/** A decision that takes the place of one that is in use already has the same limits as on the page. */
async function refuseBadFollower(
  tx: Tx,
  cooperativeId: string,
  of: { scheme: ParsedScheme; known: readonly KnownScheme[] },
  refuse: RefuseAt,
): Promise<void> {
  const { place, follows, from } = of.scheme
  const before = of.known.find((one) => one.code === follows)
  if (before === undefined || from === null) return
  try {
    await checkReplaced(tx, { cooperativeId }, { schemeId: before.id, fromMonth: from })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    refuse(place, 'valide_du', 'scheme-cannot-follow', { code: before.code, month: from })
  }
}

/** Whoever is declared needs a rule that holds in the month, decided by then: no rate without a decision. */
export function refuseSchemesOutOfMonth(
  { month, people, schemes }: ParsedMonth,
  known: readonly KnownScheme[],
  refuse: RefuseAt,
): void {
  for (const { place, schemeCode } of people) {
    const turns = schemes.filter((one) => isDecisionOf(one, schemeCode))
    if (turns.length === 0) continue
    const inForce = [...turns, ...knownTurns(known, schemeCode)]
      .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
      .findLast(({ from }) => from === null || from <= month)
    if (inForce === undefined || (inForce.until !== null && inForce.until < month))
      refuse(place, 'régime_contribution', 'scheme-not-in-force', { code: schemeCode, month })
  }
  for (const { place, code, decidedOn, from } of schemes) {
    const first = from !== null && from > month ? from : month
    if (decidedOn <= lastDay(first)) continue
    refuse(place, 'assemblée_du', 'scheme-decided-later', { code, month: first, on: decidedOn })
  }
}

/** The known decisions of a code one after the other: one that was entered on the page follows the file's. */
function knownTurns(known: readonly KnownScheme[], code: string) {
  const turns: { from: string | null; until: string | null }[] = []
  const seen = new Set<string>()
  let next = known.find((one) => one.code === code)
  while (next !== undefined && !seen.has(next.code)) {
    const { code: before, turn, until } = next
    seen.add(before)
    turns.push({ from: turn.from, until })
    next = known.find((one) => one.turn.follows === before)
  }
  return turns
}

/** The decision of that code, or one that follows it. */
function isDecisionOf(scheme: ParsedScheme, code: string): boolean {
  return scheme.code === code || scheme.code === `${code} ${scheme.from}`
}

/** A file that says nothing of the turn leaves it as it is known. */
function isSame({ content, turn }: KnownScheme, scheme: ParsedScheme): boolean {
  const { follows, from } = scheme
  const hasTurn = follows === null || (turn.follows === follows && turn.from === from)
  return hasTurn && content === contentOf(scheme)
}

function contentOf(scheme: ParsedScheme): string {
  const tiers = scheme.tiers.map((tier) => `${tier.upToCents ?? ''}:${tier.rateBp}`).join(' ')
  const { monthlyFloorCents: floor, fixedMonthlyCents: fixed } = scheme
  const { exemptBelowCents: exemptBelow, monthlyCapCents: monthlyCap } = scheme
  const later = { exemptBelow, monthlyCap, yearlyCap: scheme.yearlyCapCents }
  return schemeContent({ ...scheme, floor, fixed, ...later, tiers })
}

/** A person names a decision that the files or the cooperative know. */
export function refuseUnknownSchemes(
  { people }: ParsedMonth,
  codes: ReadonlySet<string>,
  refuse: RefuseAt,
): void {
  for (const { place, schemeCode } of people) {
    if (codes.has(schemeCode)) continue
    refuse(place, 'régime_contribution', 'scheme-unknown', { value: schemeCode })
  }
}
