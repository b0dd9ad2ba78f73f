import type { LocalDate } from '../time/local-date.ts'
import { erasableFrom, keptOfPerson, PERSON_KINDS, type RetentionKind } from './kinds.ts'

/** Where somebody stands with the cooperative on a day. */
export interface Relation {
  /** A contract is under way or being written, or tutoring goes on. */
  runs: boolean
  hadContract: boolean
  /** The last day of the last contract. */
  departedOn: LocalDate | null
  lastContactOn: LocalDate
}

/** What may happen to one kind of a person's data. */
export interface KindStanding {
  kind: RetentionKind
  /** Null while the relation runs: the length has not begun. */
  keptUntil: LocalDate | null
  source: string
  state: 'running' | 'kept' | 'due' | 'on-request'
}

/**
 * What may be erased of a person, kind by kind. 'kept' is what a text makes us keep until a day; 'on-request'
 * is kept by habit only, so that a request shortens it; 'due' is over. While the relation runs everything is
 * needed for it (GDPR art. 6.1 b), so nothing is erased.
 */
export function standingOf(
  relation: Relation,
  today: LocalDate,
  settings: ReadonlyMap<string, string>,
): KindStanding[] {
  return PERSON_KINDS.map((kind) => {
    const { months, isObliged, source } = keptOfPerson(kind, relation.hadContract, settings)
    if (relation.runs) return { kind, keptUntil: null, source, state: 'running' }
    const start = relation.departedOn ?? relation.lastContactOn
    const keptUntil = erasableFrom(start, months)
    if (keptUntil <= today) return { kind, keptUntil, source, state: 'due' }
    return { kind, keptUntil, source, state: isObliged ? 'kept' : 'on-request' }
  })
}

/** The kinds that a request erases today. The name stays as long as anything that needs it does. */
export function erasableOnRequest(standing: readonly KindStanding[]): RetentionKind[] {
  const open = standing.filter(({ state }) => state === 'due' || state === 'on-request')
  const isEverything = open.length === standing.length
  return open.map(({ kind }) => kind).filter((kind) => kind !== 'identity' || isEverything)
}
