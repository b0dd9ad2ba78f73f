/**
 * Every refusal the API can answer (RFC 9457). Each code has a status, a title in French and English
 * (packages/i18n) and a page in docs/problems. The catalogue is closed: an unknown code does not compile.
 */
export const PROBLEMS = {
  'request-invalid': 400,
  'body-not-json': 415,
  'body-too-large': 413,
  'signed-out': 401,
  'sign-in-refused': 401,
  'sign-in-second-factor': 401,
  'second-factor-required': 403,
  'too-many-attempts': 429,
  forbidden: 403,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'version-required': 428,
  'version-changed': 412,
  'idempotency-mismatch': 422,
  'idempotency-busy': 409,
  'outcome-unknown': 503,
  unavailable: 503,
  'storage-full': 507,
  internal: 500,
  'already-installed': 409,
  'setup-code-wrong': 403,
  'password-too-weak': 422,
  'totp-code-wrong': 422,
  'last-direction': 409,
  'email-already-used': 409,
  'person-already-exists': 409,
  'person-has-no-email': 409,
  'shares-need-two': 422,
  'shares-person-twice': 422,
  'shares-not-whole': 422,
  'convention-pending': 409,
  'convention-act-not-allowed': 409,
  'convention-incomplete': 422,
  'cape-too-long': 422,
  'cape-third-renewal': 422,
  'cape-gap': 422,
  'cape-ends-before-start': 422,
  'cape-full-time-employee': 422,
  'cape-overlaps-previous': 422,
  'contract-act-not-allowed': 409,
  'contract-overlaps': 409,
  'contract-incomplete': 422,
  'signature-already-open': 409,
  'signature-ended': 409,
  'signature-expired': 409,
  'signature-not-your-turn': 409,
  'signature-already-given': 409,
  'cesa-trial-too-long': 422,
  'cesa-no-trial-left': 422,
  'suspension-ends-before-start': 422,
  'suspension-outside-contract': 422,
  'suspension-overlaps': 409,
  'notice-not-due': 409,
  'notice-already-recorded': 409,
  'date-in-the-future': 422,
  'registration-outside-contract': 422,
  'hire-declared-too-early': 422,
  'hire-already-declared': 409,
  'associate-after-deadline': 422,
  'exit-reason-not-for-kind': 422,
  'amendment-pending': 409,
  'amendment-outside-contract': 422,
  'amendment-month-closed': 422,
  'amendment-changes-nothing': 422,
  'amendment-term-not-for-kind': 422,
  'exit-before-start': 422,
  'exit-after-end': 422,
  'exit-not-at-term': 422,
  'exit-no-deadline-missed': 422,
  'exit-trial-over': 422,
  'exit-before-declared-month': 409,
  'exit-followed-by-contract': 409,
  'exit-step-not-ticked': 409,
  'signature-address-changed': 409,
  'signature-code-readable': 409,
  'signature-day-wrong': 422,
  'signature-reminded': 409,
  'signature-second-look': 409,
  'signature-witness-signs': 409,
  'signing-code-wrong': 422,
  'signing-name-differs': 422,
  'document-changed': 409,
  'declaration-month-closed': 409,
  'declaration-month-not-open': 409,
  'declaration-already-sent': 409,
  'declaration-not-to-review': 409,
  'declaration-not-accepted': 409,
  'declaration-lines-invalid': 422,
  'declaration-exists': 409,
  'declaration-act-not-allowed': 409,
  'question-already-answered': 409,
  'no-contract-in-month': 409,
  'exchange-rate-missing': 422,
  'exchange-rate-used': 409,
  'scheme-exists': 409,
  'setting-exists': 409,
  'file-kind-refused': 415,
  'file-unreadable': 422,
  'file-too-many-pixels': 422,
  'file-heic': 415,
  'file-dangerous': 422,
  'file-in-quarantine': 409,
  'pdf-active': 422,
  'pdf-encrypted': 422,
  'document-kind-not-accepted': 422,
  'export-under-way': 409,
  'export-not-open': 410,
  'hold-stands': 409,
  'prolongation-refused': 422,
  'hire-check-answered': 409,
  'silence-too-early': 409,
  'nir-not-needed': 409,
  'month-is-closed': 409,
  'closing-out-of-order': 409,
  'closing-blocked': 409,
  'attestation-nothing-to-attest': 409,
  'attestation-already-revoked': 409,
  'attestation-name-not-printable': 422,
  'code-unknown': 404,
  'link-expired': 410,
  'gesture-missing': 403,
  'answer-final': 409,
  'session-overlaps': 409,
  'session-in-future': 422,
  'relation-exists': 409,
  'tutoring-act-not-allowed': 409,
  'tutoring-please-check': 422,
  'pipeline-act-not-allowed': 409,
  'piece-act-not-allowed': 409,
  'piece-kind-exists': 409,
  'merge-not-possible': 409,
  'merge-already-undone': 409,
  'meeting-is-cancelled': 409,
  'meeting-not-yet': 409,
  'meeting-was-held': 409,
  'attendance-below-named': 422,
  'salary-month-before-model': 422,
  'salary-month-after-model': 422,
  'salary-amount-negative': 422,
  'salary-amount-too-large': 422,
  'salary-amount-too-small': 422,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof PROBLEMS

export const PROBLEM_CODES = Object.keys(PROBLEMS).filter(isProblemCode)

/** Whether a text is a code of the catalogue. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text)
}

export type ProblemParams = Readonly<Record<string, string | number>>

/** One invalid field: where it is in the request, and why (a code the web translates). */
export interface FieldProblem {
  pointer: string
  code: string
  params?: ProblemParams
}

/** The body of an application/problem+json answer. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  instance: string
  code: ProblemCode
  params?: ProblemParams
  errors?: FieldProblem[]
}
