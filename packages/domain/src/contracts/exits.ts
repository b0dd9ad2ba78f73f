import type { AttestationKind } from '../attestations/kinds.ts'
import type { DocumentKind } from '../documents/kinds.ts'
import { ok, type Refusal, type Result, refused } from '../result.ts'
import type { LocalDate } from '../time/local-date.ts'

/** Why a contract ends. A CAPE is no employment contract, so the two lists do not mix. */
export const EXIT_REASONS_OF = {
  CAPE: [
    'term_reached',
    'early_termination_by_person',
    'early_termination_by_coop',
    'to_cesa',
    'to_own_company',
    'to_employment',
    'abandonment',
    'moved_away',
    'right_to_work_lost',
  ],
  CESA: [
    'resignation',
    'dismissal',
    'mutual_termination',
    'associate_deadline_missed',
    'end_of_trial',
    'death',
    'retirement',
  ],
} as const
export const EXIT_REASONS = [...EXIT_REASONS_OF.CAPE, ...EXIT_REASONS_OF.CESA] as const
export type ExitReason = (typeof EXIT_REASONS)[number]

/** Whether a text names a reason to leave. */
export function isExitReason(text: string): text is ExitReason {
  const known: readonly string[] = EXIT_REASONS
  return known.includes(text)
}

/** The contract as it stands before the exit. `endsOn` is its last day, included. */
export interface EndingContract {
  readonly kind: 'CAPE' | 'CESA'
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  /** A CESA whose `endsOn` is the day the law ends it without an associate (Code du travail, L7331-3). */
  readonly endsByLaw: boolean
  /** The last day of the trial as its clock gives it, absences included; null when there is none. */
  readonly trialEndsOn: LocalDate | null
}

export type ExitRefusalCode =
  | 'exit-reason-not-for-kind'
  | 'exit-before-start'
  | 'exit-after-end'
  | 'exit-not-at-term'
  | 'exit-no-deadline-missed'
  | 'exit-trial-over'

/**
 * Whether a contract may end on `effectiveOn`, its last day, for that reason. Refuses a reason of the
 * other kind, a day outside the contract, a term that is not the term, a missed deadline that is not
 * missed, and an end of trial after the trial (Code de commerce, L127-2; Code du travail, L7331-3, L7332-1).
 */
export function checkExit(
  contract: EndingContract,
  exit: { readonly reason: ExitReason; readonly effectiveOn: LocalDate },
): Result<LocalDate, Refusal<ExitRefusalCode>> {
  const { kind, startsOn, endsOn, endsByLaw, trialEndsOn } = contract
  const { reason, effectiveOn } = exit
  const allowed: readonly ExitReason[] = EXIT_REASONS_OF[kind]
  if (!allowed.includes(reason)) return refused('exit-reason-not-for-kind', { kind })
  if (effectiveOn < startsOn) return refused('exit-before-start', { startsOn })
  if (endsOn !== null && effectiveOn > endsOn) return refused('exit-after-end', { endsOn })
  if (reason === 'term_reached' && effectiveOn !== endsOn)
    return refused('exit-not-at-term', endsOn === null ? {} : { endsOn })
  if (reason === 'associate_deadline_missed' && !(endsByLaw && effectiveOn === endsOn))
    return refused('exit-no-deadline-missed', endsOn === null ? {} : { endsOn })
  const isTrialOver = trialEndsOn === null || effectiveOn > trialEndsOn
  if (reason === 'end_of_trial' && isTrialOver) return refused('exit-trial-over')
  return ok(effectiveOn)
}

/** Whether an exit cuts a contract short, which URSSAF and France Travail are told of (R5142-1). */
export function isEarlyEnd(exit: {
  readonly effectiveOn: LocalDate
  readonly termOn: LocalDate | null
}): boolean {
  return exit.termOn !== null && exit.effectiveOn < exit.termOn
}

/**
 * What an exit leaves to do. `derived`: the state says whether it is done. `paper`: a document to issue,
 * or to keep when it was made elsewhere. `ticked`: somebody says that it is done, and when.
 */
export const EXIT_STEPS = {
  final_declaration: { nature: 'derived', kinds: ['CAPE', 'CESA'] },
  balance: { nature: 'ticked', kinds: ['CAPE', 'CESA'] },
  notices: { nature: 'derived', kinds: ['CAPE'] },
  cape_certificate: { nature: 'paper', kinds: ['CAPE'] },
  business_papers: { nature: 'ticked', kinds: ['CAPE'] },
  work_certificate: { nature: 'paper', kinds: ['CESA'] },
  settlement_receipt: { nature: 'paper', kinds: ['CESA'] },
  employer_certificate: { nature: 'paper', kinds: ['CESA'] },
  variable_pay: { nature: 'ticked', kinds: ['CESA'] },
  clientele: { nature: 'ticked', kinds: ['CESA'] },
  access: { nature: 'ticked', kinds: ['CAPE', 'CESA'] },
} as const satisfies Record<
  string,
  { nature: 'derived' | 'ticked' | 'paper'; kinds: readonly ('CAPE' | 'CESA')[] }
>
export type ExitStep = keyof typeof EXIT_STEPS

/** Papers that are certificates of the cooperative: issuing one for the contract does the step. */
export const EXIT_CERTIFICATES: Partial<Record<ExitStep, AttestationKind>> = {
  cape_certificate: 'cape_period',
  work_certificate: 'work_certificate',
  settlement_receipt: 'settlement_receipt',
}

/** Papers made elsewhere that are documents of the person too: keeping one in the checklist files it there. */
export const EXIT_DOCUMENTS: Partial<Record<ExitStep, DocumentKind>> = {
  employer_certificate: 'employer_certificate',
}

/** The steps of an exit, in the order in which they are usually done. */
export function exitSteps(of: {
  readonly kind: 'CAPE' | 'CESA'
  readonly reason: ExitReason
  readonly effectiveOn: LocalDate
  readonly termOn: LocalDate | null
}): ExitStep[] {
  const steps = Object.keys(EXIT_STEPS).filter(isExitStep)
  return steps.filter((step) => {
    const kinds: readonly ('CAPE' | 'CESA')[] = EXIT_STEPS[step].kinds
    if (step === 'notices') return of.kind === 'CAPE' && isEarlyEnd(of)
    // Who goes on under a CESA keeps the account, its balance and the access.
    if (of.reason === 'to_cesa' && GOES_ON.has(step)) return false
    return kinds.includes(of.kind)
  })
}

const GOES_ON: ReadonlySet<ExitStep> = new Set(['balance', 'access', 'final_declaration'])

/** Whether a text names a step. */
export function isExitStep(text: string): text is ExitStep {
  return Object.hasOwn(EXIT_STEPS, text)
}
