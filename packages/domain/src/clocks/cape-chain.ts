import { type CapeRefusalCode, capeRefusals } from '../contracts/cape.ts'
import type { Refusal } from '../result.ts'
import { type Career, type CareerContract, lastDayOf, tookEffect } from './career.ts'

/** A CAPE in its chain: how many times the right was renewed until then, and by what it is followed. */
export type CapeLink = {
  readonly contract: CareerContract
  /** 0 for a first contract, then the number of the renewal. */
  readonly sequence: number
  readonly first: CareerContract
  readonly previous: CareerContract | null
  readonly next: CareerContract | null
}

/**
 * The chains of the CAPEs that took effect, one for each activity. A later CAPE of the same activity is a
 * renewal, whether or not it says so and however long after (L127-2 counts renewals, ADR 20). One that names
 * the contract it renews belongs to its chain, whatever its activity is called. Nothing renews what begins
 * later: such a link is an error of the file, and counts for nothing.
 */
export function capeLinks(career: Career): CapeLink[] {
  const capes = career.contracts
    .filter((contract) => contract.kind === 'CAPE' && tookEffect(contract))
    .sort((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? -1 : 1))
  const chains = new Map<string, CareerContract[]>()
  const chainOf = new Map<string, CareerContract[]>()
  for (const cape of capes) {
    const activity = activityOf(cape, career)
    const chain = chainOf.get(renewedBy(cape, career)?.id ?? '') ?? chains.get(activity) ?? []
    chain.push(cape)
    chainOf.set(cape.id, chain)
    if (!chains.has(activity)) chains.set(activity, chain)
  }
  return capes.map((contract) => {
    const chain = chainOf.get(contract.id) ?? [contract]
    const at = chain.indexOf(contract)
    const before = chain.slice(0, at).reduce((n, one) => Math.max(n + 1, one.sequence ?? 0), -1)
    return {
      contract,
      sequence: Math.max(before + 1, contract.sequence ?? 0),
      first: chain[0] ?? contract,
      previous: chain[at - 1] ?? null,
      next: chain[at + 1] ?? null,
    }
  })
}

/** The place of a CAPE that is to follow the others of its activity, whatever its first day. */
export function linkBehind(contract: CareerContract, others: readonly CareerContract[]): CapeLink {
  const last = capeLinks({ contracts: others }).at(-1)
  const place = { previous: last?.contract ?? null, next: null }
  return last === undefined
    ? { contract, sequence: 0, first: contract, ...place }
    : { contract, sequence: last.sequence + 1, first: last.first, ...place }
}

/** The rules that a CAPE of a known last day breaks in its place: one answer for a file, a draft and a sent contract. */
export function brokenBy({ contract, previous, sequence }: CapeLink): Refusal<CapeRefusalCode>[] {
  const endsOn = contract.endsOn ?? contract.endedOn ?? contract.startsOn
  const previousEnd = previous === null ? null : lastDayOf(previous)
  return capeRefusals({
    startsOn: contract.startsOn,
    endsOn,
    sequence,
    ...(previousEnd === null ? {} : { previous: { endsOn: previousEnd } }),
    ...(contract.gapReason === undefined ? {} : { gapReason: contract.gapReason }),
    isFullTimeEmployee: contract.isFullTimeEmployee ?? false,
  })
}

/** The CAPE that one names as renewed: an earlier one that took effect; null when it names no such thing. */
export function renewedBy(cape: CareerContract, { contracts }: Career): CareerContract | null {
  const named = contracts.find((other) => other.id === cape.renewalOf && other.kind === 'CAPE')
  if (named === undefined || !tookEffect(named)) return null
  return named.startsOn < cape.startsOn ? named : null
}

/** Whether two contracts are about one activity. */
export function isSameActivity(a: CareerContract, b: CareerContract, career: Career): boolean {
  return activityOf(a, career) === activityOf(b, career)
}

/** A contract that names none is about the only one that the career names. */
function activityOf({ activity }: CareerContract, { contracts }: Career): string {
  if (activity !== undefined) return activity
  const named = new Set(contracts.flatMap((other) => other.activity ?? []))
  const [only = ''] = named
  return named.size === 1 ? only : ''
}
