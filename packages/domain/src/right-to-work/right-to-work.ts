import type { LocalDate } from '../time/local-date.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { type PermitKind, permitRule } from './permit-kinds.ts'

export type ContractKind = 'CAPE' | 'CESA'
export type Verdict = 'yes' | 'no' | 'check'

/** The paper that a person shows today. */
export interface PermitFacts {
  kind: PermitKind
  validFrom: LocalDate | null
  /** Its last day, moved by what was recorded; null when it does not end. */
  validUntil: LocalDate | null
  hasSeenOriginal: boolean
  /** The work authorisation for this cooperative, when there is one; `until` null: it follows the permit. */
  authorisation: { from: LocalDate; until: LocalDate | null } | null
}

/** What was done with the administration before a hire. */
export interface HireChecks {
  prefecture: {
    askedOn: LocalDate
    answer: 'authentic' | 'refused' | 'no_answer' | null
  } | null
  /** The proof that the person is registered as a job seeker, and its day. */
  jobSeekerProofOn: LocalDate | null
  studentDeclaredOn: LocalDate | null
}

/** One line of the answer: what was looked at, what it means, the text that says so. */
export interface Point {
  code: PointCode
  verdict: Verdict
  article: string
  params: Readonly<Record<string, string | number>>
}

export const POINT_CODES = [
  'nothing-recorded',
  'not-yet-valid',
  'expired',
  'original-not-seen',
  'kind-allows',
  'kind-refuses',
  'kind-to-check',
  'authorisation-missing',
  'authorisation-held',
  'hours-cap',
  'student-declaration-missing',
  'student-declared',
  'student-declared-late',
  'prefecture-not-asked',
  'prefecture-asked-late',
  'prefecture-waiting',
  'prefecture-authentic',
  'prefecture-refused',
  'prefecture-silent',
  'job-seeker',
] as const
export type PointCode = (typeof POINT_CODES)[number]

export interface RightToWork {
  verdict: Verdict
  points: readonly Point[]
}

export interface Asked {
  contract: ContractKind
  /** The day the contract takes effect. */
  on: LocalDate
  permit: PermitFacts | null
  checks: HireChecks
  /** Department of the employer's seat: its holidays count. */
  department: string
}

/** Days that the préfet has, and that the employer must leave, in working days (R5221-41, R5221-42). */
const NOTICE_DAYS = 2

/**
 * Whether a person may work under a contract on a day, with every reason. It only says what the texts
 * say: 'check' asks for a human decision, and 'no' dismisses nobody (C. trav. L5221-8, L8251-1).
 */
export function rightToWork(asked: Asked): RightToWork {
  const { permit } = asked
  if (permit === null) return answer([point('nothing-recorded', 'check', 'C. trav. L5221-8')])
  const rule = permitRule(permit.kind)
  const points = [...kindPoints(asked, permit)]
  if (rule.isPermit) {
    points.push(...datePoints(asked, permit))
    // Nobody is sent to the préfet about a title that does not allow the work.
    const isRefused = points.some(({ code }) => code === 'kind-refuses')
    if (asked.contract === 'CESA' && !isRefused) points.push(...hirePoints(asked, permit))
    if (!permit.hasSeenOriginal)
      points.push(point('original-not-seen', 'check', 'C. trav. L5221-8'))
  }
  return answer(points)
}

/** The last day to ask the préfet of the seat before a hire (R5221-41). */
export function prefectureDeadline(hireOn: LocalDate, department: string): LocalDate {
  return addWorkingDays(hireOn, -NOTICE_DAYS, department)
}

/** The day after which the silence of the préfet means that the duty is done (R5221-42). */
export function silenceMeansDoneOn(askedOn: LocalDate, department: string): LocalDate {
  return addWorkingDays(askedOn, NOTICE_DAYS, department)
}

function kindPoints({ contract, on }: Asked, permit: PermitFacts): Point[] {
  const rule = permitRule(permit.kind)
  const allowance = contract === 'CESA' ? rule.salaried : rule.selfEmployed
  const article = contract === 'CESA' ? rule.salariedArticle : rule.selfEmployedArticle
  switch (allowance) {
    case 'yes':
      return [point('kind-allows', 'yes', article)]
    case 'no':
      return [point('kind-refuses', 'no', article)]
    case 'check':
      return [point('kind-to-check', 'check', article)]
    case 'authorisation': {
      const { authorisation } = permit
      const isHeld =
        authorisation !== null &&
        authorisation.from <= on &&
        (authorisation.until === null || on <= authorisation.until)
      return isHeld
        ? [point('authorisation-held', 'yes', article)]
        : [point('authorisation-missing', 'no', article)]
    }
  }
}

function datePoints({ on }: Asked, permit: PermitFacts): Point[] {
  if (permit.validFrom !== null && on < permit.validFrom)
    return [point('not-yet-valid', 'no', 'C. trav. L8251-1', { from: permit.validFrom })]
  if (permit.validUntil !== null && permit.validUntil < on)
    return [point('expired', 'no', 'C. trav. L8251-1', { until: permit.validUntil })]
  return []
}

function hirePoints(asked: Asked, permit: PermitFacts): Point[] {
  if (permit.kind === 'student') {
    const { hoursCap } = permitRule(permit.kind)
    return [
      point('hours-cap', 'check', 'C. trav. R5221-26', { hours: hoursCap ?? 0 }),
      studentPoint(asked),
    ]
  }
  return [prefecturePoint(asked)]
}

/** A student is declared by name instead of verified (L5221-9, R5221-27). */
function studentPoint({ checks, on, department }: Asked): Point {
  const deadline = prefectureDeadline(on, department)
  const article = 'C. trav. R5221-27'
  const declaredOn = checks.studentDeclaredOn
  if (declaredOn === null)
    return point('student-declaration-missing', 'check', article, { before: deadline })
  if (declaredOn > deadline)
    return point('student-declared-late', 'check', article, { on: declaredOn, before: deadline })
  return point('student-declared', 'yes', article, { on: declaredOn })
}

function prefecturePoint({ checks, on, department }: Asked): Point {
  const { prefecture } = checks
  // What the préfet has answered is known, whether or not the request could have been spared.
  if (prefecture?.answer === 'refused')
    return point('prefecture-refused', 'no', 'C. trav. L5221-8', { on: prefecture.askedOn })
  if (checks.jobSeekerProofOn !== null)
    return point('job-seeker', 'yes', 'C. trav. R5221-43', { on: checks.jobSeekerProofOn })
  const deadline = prefectureDeadline(on, department)
  const article = 'C. trav. R5221-41'
  if (prefecture === null)
    return point('prefecture-not-asked', 'check', article, { before: deadline })
  const { askedOn, answer } = prefecture
  if (answer === null) {
    const until = silenceMeansDoneOn(askedOn, department)
    return point('prefecture-waiting', 'check', 'C. trav. R5221-42', { until })
  }
  if (askedOn > deadline)
    return point('prefecture-asked-late', 'check', article, { on: askedOn, before: deadline })
  const code = answer === 'authentic' ? 'prefecture-authentic' : 'prefecture-silent'
  return point(code, 'yes', 'C. trav. R5221-42', { on: askedOn })
}

/** The gravest line decides. */
function answer(points: readonly Point[]): RightToWork {
  const verdicts = new Set(points.map((one) => one.verdict))
  const verdict = verdicts.has('no') ? 'no' : verdicts.has('check') ? 'check' : 'yes'
  return { verdict, points }
}

function point(
  code: PointCode,
  verdict: Verdict,
  article: string,
  params: Point['params'] = {},
): Point {
  return { code, verdict, article, params }
}
