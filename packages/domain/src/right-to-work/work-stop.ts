import { type LocalDate, laterOf } from '../time/local-date.ts'
import type { Point, PointCode, RightToWork } from './right-to-work.ts'

/** What a person decided on the paper as it is now, for one kind of contract. */
export interface DecisionTaken {
  decision: 'may_work' | 'may_not_work'
  /** The reasons that were open when it was taken, by their codes. */
  openPoints: readonly string[]
  /** The first day of the contract that it was taken for. */
  askedOn: LocalDate
  /** The paper that was read; null when none was recorded. `until` null: it does not end. */
  paper: { until: LocalDate | null } | null
}

/** What is settled with the préfet alone before a hire: asked, or declared for a student, and awaited. */
const PREFECTURE_FIRST: readonly PointCode[] = [
  'prefecture-not-asked',
  'prefecture-waiting',
  'student-declaration-missing',
]

/** A plain no: of the table, or of the préfet on this very title. A person reads neither otherwise. */
const FORBIDDEN: readonly PointCode[] = ['kind-refuses', 'prefecture-refused']

/** Why a contract may not be sent to sign; each names a problem of the catalogue. */
export const WORK_STOPS = [
  'right-to-work-undecided',
  'right-to-work-outdated',
  'right-to-work-refused',
  'right-to-work-forbidden',
] as const
export type WorkStop = (typeof WORK_STOPS)[number]

/**
 * What stops a contract that would begin on a day, or null. A refusal stops it whatever the table says.
 * Where the texts leave it open, or say no, a decision is needed that covers this day and every reason
 * that is open now (C. trav. L5221-8, L8251-1; docs/rules/right-to-work.md). Before a hire it covers no
 * request that the préfet never got, and it never turns a plain no into a yes.
 */
export function workStop(
  answer: RightToWork,
  of: { on: LocalDate; decision: DecisionTaken | null; isHired: boolean },
): WorkStop | null {
  const { on, decision, isHired } = of
  if (decision?.decision === 'may_not_work') return 'right-to-work-refused'
  if (answer.verdict === 'yes') return null
  if (forbidden(answer, { isHired }) !== null) return 'right-to-work-forbidden'
  if (decision === null) return 'right-to-work-undecided'
  const isAnswered = openPoints(answer).every(({ code }) => decision.openPoints.includes(code))
  const isCovered = isAnswered && prefectureFirst(answer, { isHired }) === null
  return isCovered && coversDay(decision, on) ? null : 'right-to-work-outdated'
}

/**
 * The step with the préfet that comes before any decision that somebody may work, or null. The proof is the
 * request and its answer, or the silence after it (C. trav. R5221-41, R5221-42): nobody decides in its place.
 * Who is hired already (a CESA runs) was asked about at the hire: keeping them is decided by people.
 */
export function prefectureFirst(
  answer: RightToWork,
  { isHired }: { isHired: boolean },
): Point | null {
  if (isHired) return null
  return openPoints(answer).find(({ code }) => PREFECTURE_FIRST.includes(code)) ?? null
}

/**
 * The plain no that no decision lifts before a contract, or null: another title does, or a new answer of the
 * préfet. Who is hired already is kept, or not, by people (nothing is dismissed by itself).
 */
export function forbidden(answer: RightToWork, { isHired }: { isHired: boolean }): Point | null {
  if (isHired) return null
  return openPoints(answer).find(({ code }) => FORBIDDEN.includes(code)) ?? null
}

/** The reasons that do not say yes: what a decision answers. */
export function openPoints({ points }: RightToWork): RightToWork['points'] {
  return points.filter(({ verdict }) => verdict !== 'yes')
}

/** The articles of the reasons that are open, each once; the duty itself when none is. */
export function openArticles(answer: RightToWork): string {
  const articles = new Set(openPoints(answer).map(({ article }) => article))
  return articles.size === 0 ? 'C. trav. L8251-1' : [...articles].join(' ; ')
}

/** Until the last day of the paper, and at least for the day it was asked for. */
function coversDay({ askedOn, paper }: DecisionTaken, on: LocalDate): boolean {
  if (paper === null) return on <= askedOn
  return paper.until === null || on <= laterOf(paper.until, askedOn)
}
