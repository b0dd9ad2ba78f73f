/** Every kind of certificate that gets a number and a verification page. */
export const ATTESTATION_KINDS = [
  'monthly_income',
  'cape_entry',
  'cape_period',
  'attendance',
  'employment',
  'associate',
  'work_certificate',
  'settlement_receipt',
  'account_statement',
  'tutoring_hours',
] as const
export type AttestationKind = (typeof ATTESTATION_KINDS)[number]

/** What staff issue from a person's file; tutoring certificates come from the log of hours. */
export const ISSUABLE_KINDS = [
  'monthly_income',
  'cape_entry',
  'cape_period',
  'attendance',
  'employment',
  'associate',
  'work_certificate',
  'settlement_receipt',
  'account_statement',
] as const satisfies readonly AttestationKind[]
export type IssuableKind = (typeof ISSUABLE_KINDS)[number]

/** What can be issued for many people at once: all that needs nothing typed for each. */
export const BATCH_KINDS = [
  'monthly_income',
  'cape_entry',
  'cape_period',
  'attendance',
  'employment',
  'associate',
  'work_certificate',
] as const satisfies readonly IssuableKind[]
export type BatchKind = (typeof BATCH_KINDS)[number]

/** Kinds about months that staff choose. */
export const MONTH_KINDS = [
  'monthly_income',
  'attendance',
  'account_statement',
] as const satisfies readonly IssuableKind[]

/** Whether a kind speaks of chosen months. */
export function hasMonths(kind: AttestationKind): boolean {
  return MONTH_KINDS.some((one) => one === kind)
}

/** Kinds that foreign readers ask for: they can hold an English copy after their French text. */
export const COPIED_KINDS = [
  'monthly_income',
  'cape_entry',
  'attendance',
  'tutoring_hours',
] as const satisfies readonly AttestationKind[]

/** Whether a kind can hold an English copy after its French text. */
export function canHoldCopy(kind: AttestationKind): boolean {
  return COPIED_KINDS.some((one) => one === kind)
}

/** Whether a text names a kind of certificate. */
export function isAttestationKind(text: string): text is AttestationKind {
  const known: readonly string[] = ATTESTATION_KINDS
  return known.includes(text)
}

/** Whether a text names a kind that staff issue from a file. */
export function isIssuableKind(text: string): text is IssuableKind {
  const known: readonly string[] = ISSUABLE_KINDS
  return known.includes(text)
}

/** Whether a text names a kind that a batch can issue. */
export function isBatchKind(text: string): text is BatchKind {
  const known: readonly string[] = BATCH_KINDS
  return known.includes(text)
}

/** Why a certificate that was asked for is not issued. */
export const REFUSAL_CAUSES = ['month_open', 'not_entitled', 'from_payroll', 'talk_first'] as const
