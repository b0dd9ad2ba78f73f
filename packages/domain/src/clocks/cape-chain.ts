import { addDays } from '../time/local-date.ts'
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
 * The chains of the CAPEs that took effect. A CAPE renews the one it names; one that names none but starts
 * the day after another ends renews that one, whatever it is called. Nothing renews what begins later: such a
 * link is an error of the file, and counts for nothing.
 */
export function capeLinks(career: Career): CapeLink[] {
  const capes = career.contracts
    .filter((contract) => contract.kind === 'CAPE' && tookEffect(contract))
    .sort((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? -1 : 1))
  const previous = new Map(capes.map((cape) => [cape.id, previousOf(cape, capes)]))
  return capes.map((contract) => {
    let first = contract
    let sequence = 0
    for (let back = previous.get(contract.id); back; back = previous.get(back.id)) {
      if (sequence >= capes.length) break
      first = back
      sequence += 1
    }
    const next = capes.find((other) => previous.get(other.id)?.id === contract.id) ?? null
    return { contract, sequence, first, previous: previous.get(contract.id) ?? null, next }
  })
}

function previousOf(cape: CareerContract, capes: readonly CareerContract[]): CareerContract | null {
  if (cape.renewalOf !== undefined) {
    const named = capes.find((other) => other.id === cape.renewalOf)
    return named !== undefined && named.startsOn < cape.startsOn ? named : null
  }
  const eve = addDays(cape.startsOn, -1)
  return capes.find((other) => other.id !== cape.id && lastDayOf(other) === eve) ?? null
}
