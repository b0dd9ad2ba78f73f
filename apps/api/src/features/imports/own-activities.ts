import type { ImportRefusalCode } from '@terreau/i18n/command-line'
import { folded } from './folded.ts'
import type { KnownPerson } from './known-data.ts'
import type { ParsedMonth, ParsedPerson, Place } from './parsed-month.ts'

/** An activity that lines of the files may belong to. */
export interface OwnActivity {
  /** One for each person and activity, whether it exists already or not. */
  key: string
  name: string
  /** Number of its contract, when the product knows it: two activities may have one name. */
  contractNumber: string
}

/** Activities of each person, by reference: those that personnes.csv brings, or those known already. */
export function ownActivities(
  created: readonly ParsedPerson[],
  known: ReadonlyMap<string, KnownPerson>,
): ReadonlyMap<string, OwnActivity[]> {
  const own = new Map<string, OwnActivity[]>()
  for (const [reference, { activities }] of known) {
    own.set(
      reference,
      activities.map(({ activityId: key, name, contractNumber }) => ({
        key,
        name,
        contractNumber,
      })),
    )
  }
  for (const person of created) {
    const { reference, activityName: name } = person
    const before = own.get(reference) ?? []
    own.set(reference, [...before, { key: newActivityKey(person), name, contractNumber: '' }])
  }
  return own
}

export function newActivityKey({
  reference,
  activityName,
}: Pick<ParsedPerson, 'reference' | 'activityName'>): string {
  return `${reference} ${folded(activityName)}`
}

type RefuseAt = (
  place: Place,
  column: string,
  code: ImportRefusalCode,
  params?: Record<string, string>,
) => void

/**
 * The activity that a line names, by its name or the number of its contract; the only one when it names
 * none. Null when nobody can tell: a sale is never booked on one of two accounts by chance.
 */
export function activityNamed(
  line: { place: Place; reference: string; activityName: string },
  own: readonly OwnActivity[],
  refuse: RefuseAt,
): OwnActivity | null {
  const { place, reference, activityName } = line
  const accepted = own.map(({ name }) => name).join(', ')
  if (activityName === '') {
    const [only, ...others] = own
    if (only !== undefined && others.length === 0) return only
    const params = { value: reference, accepted }
    if (own.length > 1) refuse(place, 'activité', 'activity-ambiguous', params)
    return null
  }
  const wanted = folded(activityName)
  const found = own.filter(
    ({ name, contractNumber }) => folded(name) === wanted || folded(contractNumber) === wanted,
  )
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only
  const numbers = found.map(({ contractNumber }) => contractNumber).join(', ')
  if (only !== undefined) {
    refuse(place, 'activité', 'activity-ambiguous', { value: reference, accepted: numbers })
  } else if (own.length > 0) {
    refuse(place, 'activité', 'activity-unknown', { value: activityName, reference, accepted })
  }
  return null
}

/**
 * Lines of somebody followed already in personnes.csv recognise her, and change nothing: with one activity
 * on either side nothing has to be named.
 */
export function recognisedActivity(
  person: ParsedPerson,
  { people }: Pick<ParsedMonth, 'people'>,
  own: readonly OwnActivity[],
  refuse: RefuseAt,
): OwnActivity | null {
  const lines = people.filter((one) => one.reference === person.reference)
  const [only] = own
  if (lines.length === 1 && own.length === 1 && only !== undefined) return only
  return activityNamed(person, own, refuse)
}
