import { capeRenewalStart, latestCapeEnd } from '@terreau/domain/contracts/cape'
import { addDays, earlierOf, type LocalDate } from '@terreau/domain/time/local-date'
import { type Calendar, CURRENT } from './calendar.ts'
import type { SchemeKey } from './cooperative-data.ts'
import type { DemoPerson } from './people-data.ts'

export interface PlannedContract {
  kind: 'CAPE' | 'CESA'
  sequence: number
  scheme: SchemeKey
  startsOn: LocalDate
  endsOn: LocalDate | null
  associateOn: LocalDate | null
}

const MOST_RENEWALS = 2
const MONTHS_TO_ASSOCIATE = 36
const NEAR_MONTHS = 3

/** The contracts of somebody in order: a CAPE of twelve months, its renewals, then perhaps a CESA. */
export function contractsOf(calendar: Calendar, person: DemoPerson): PlannedContract[] {
  const { since, cesaSince, scheme } = person
  if (since === null) return []
  const cesaFrom = cesaSince === null ? null : calendar.day(cesaSince.month, cesaSince.day)
  const beginsOn = calendar.day(since.month, since.day)
  const capes =
    cesaFrom !== null && cesaFrom <= beginsOn ? [] : capesFrom(calendar, person, beginsOn, cesaFrom)
  if (cesaFrom === null) return capes
  const associateOn = mustBeAssociate(since.month) ? cesaFrom : null
  const cesa = { kind: 'CESA', sequence: 0, scheme, startsOn: cesaFrom, endsOn: null } as const
  return [...capes, { ...cesa, associateOn }]
}

/**
 * The three years to become associate, minus the CAPE, end three years after the first contract (Code du
 * travail, L7331-3). Who is past that day, or near it, became associate with the CESA.
 */
function mustBeAssociate(firstMonth: number): boolean {
  return firstMonth + MONTHS_TO_ASSOCIATE <= CURRENT + NEAR_MONTHS
}

function capesFrom(
  calendar: Calendar,
  person: DemoPerson,
  beginsOn: LocalDate,
  cesaFrom: LocalDate | null,
): PlannedContract[] {
  const until = cesaFrom === null ? calendar.day(CURRENT, 31) : addDays(cesaFrom, -1)
  // The yearly scheme was voted for employees only.
  const scheme = person.scheme === 'yearly' ? 'flat' : person.scheme
  const capes: PlannedContract[] = []
  let startsOn = beginsOn
  for (let sequence = 0; sequence <= (person.renewals ?? MOST_RENEWALS); sequence += 1) {
    const longest = latestCapeEnd(startsOn)
    const endsOn = cesaFrom === null ? longest : earlierOf(longest, until)
    capes.push({ kind: 'CAPE', sequence, scheme, startsOn, endsOn, associateOn: null })
    if (endsOn >= until) break
    startsOn = capeRenewalStart({ endsOn })
  }
  return capes
}
