import type { LocalDate } from '../time/local-date.ts'
import type { HireChecks } from './right-to-work.ts'

type Answer = NonNullable<HireChecks['prefecture']>['answer']

/** A step that was recorded before a hire. */
export interface RecordedCheck {
  kind: 'prefecture' | 'job_seeker' | 'student'
  /** The day its paper bears. */
  doneOn: LocalDate
  answer: Answer
  /** Its paper is in the file. */
  isProved: boolean
  /** The last day that this paper bears; null: it bears none. */
  proofUntil: LocalDate | null
  /** It was recorded while the person showed the title that they show today. */
  isOfTitle: boolean
}

/**
 * What counts of the steps, the latest first, for a hire on a day; `since` is the oldest day that one may bear.
 * A registration counts by its paper, not by a day that somebody typed, and until the last day written on it
 * (C. trav. R5221-43). The préfet is asked about a title (L5221-8): an answer about another one says nothing,
 * and a refusal of this one stands, however old, until the préfet confirms it; silence lifts none.
 */
export function checksThatCount(
  checks: readonly RecordedCheck[],
  { on, since }: { on: LocalDate; since: LocalDate },
): HireChecks {
  const past = checks.filter(({ doneOn }) => doneOn <= on)
  const recent = past.filter(({ doneOn }) => doneOn >= since)
  const registration = recent.find(
    ({ kind, isProved, proofUntil }) =>
      kind === 'job_seeker' && isProved && (proofUntil === null || proofUntil >= on),
  )
  const isRequest = ({ kind, isOfTitle }: RecordedCheck) => kind === 'prefecture' && isOfTitle
  const said = past.find(
    (check) => isRequest(check) && (check.answer === 'authentic' || check.answer === 'refused'),
  )
  const request = said?.answer === 'refused' ? said : recent.find(isRequest)
  return {
    prefecture: request === undefined ? null : { askedOn: request.doneOn, answer: request.answer },
    jobSeekerProofOn: registration?.doneOn ?? null,
    studentDeclaredOn: recent.find(({ kind }) => kind === 'student')?.doneOn ?? null,
  }
}
