import { addMonthsClamped, type LocalDate } from '../time/local-date.ts'

/** How often the two meet, in the words of the agreement. */
export const RHYTHMS = ['weekly', 'two_weeks', 'monthly', 'as_needed'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** The longest agreement; a longer need is looked at again, then agreed anew. */
export const MOST_MONTHS = 24

export const SIDES = ['tutor', 'tutee'] as const
export type Side = (typeof SIDES)[number]

/** Why an agreement ended. */
export const END_REASONS = [
  'aim_reached',
  'time_over',
  'tutor_stops',
  'tutee_stops',
  'other',
] as const
export type EndReason = (typeof END_REASONS)[number]

/** An answer to one of the three questions of a review. */
export const REVIEW_ANSWERS = ['yes', 'partly', 'no'] as const
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number]

/** Where an agreement stands: asked of both, refused by one, accepted by both, countersigned, ended. */
export const AGREEMENT_STATES = ['asked', 'refused', 'accepted', 'standing', 'ended'] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]

export interface AgreementFacts {
  /** The last answer of each side; null: none yet. */
  readonly tutor: 'yes' | 'no' | null
  readonly tutee: 'yes' | 'no' | null
  readonly isCountersigned: boolean
  readonly isEnded: boolean
}

/** Where an agreement stands. Only two yeses can be countersigned; nobody says yes for somebody else. */
export function agreementState(facts: AgreementFacts): AgreementState {
  if (facts.isEnded) return 'ended'
  if (facts.isCountersigned) return 'standing'
  if (facts.tutor === 'no' || facts.tutee === 'no') return 'refused'
  return facts.tutor === 'yes' && facts.tutee === 'yes' ? 'accepted' : 'asked'
}

const ALLOWED = {
  /** Another wording: a new version, which both are asked about. Never while one stands. */
  write: ['asked', 'refused', 'accepted', 'ended'],
  answer: ['asked', 'refused', 'accepted'],
  countersign: ['accepted'],
  end: ['standing'],
  review: ['ended'],
} as const satisfies Record<string, readonly AgreementState[]>
export type AgreementAct = keyof typeof ALLOWED

/** Whether an act is possible where the agreement stands. */
export function mayAct(state: AgreementState, act: AgreementAct): boolean {
  const states: readonly AgreementState[] = ALLOWED[act]
  return states.includes(state)
}

/** The last day of an agreement: months after its first day, that day not included. */
export function agreementEnd(startsOn: LocalDate, months: number): LocalDate {
  return addMonthsClamped(startsOn, months)
}
