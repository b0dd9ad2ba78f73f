/** Every kind of certificate that gets a number and a verification page. */
export const ATTESTATION_KINDS = [
  'monthly_income',
  'cape_entry',
  'cape_period',
  'employment',
  'associate',
  'work_certificate',
  'settlement_receipt',
  'tutoring_hours',
] as const
export type AttestationKind = (typeof ATTESTATION_KINDS)[number]

/** What staff issue from a person's file; tutoring certificates come from the log of hours. */
export const ISSUABLE_KINDS = [
  'monthly_income',
  'cape_entry',
  'cape_period',
  'employment',
  'associate',
  'work_certificate',
  'settlement_receipt',
] as const satisfies readonly AttestationKind[]
export type IssuableKind = (typeof ISSUABLE_KINDS)[number]

/** Whether a text names a kind of certificate. */
export function isAttestationKind(text: string): text is AttestationKind {
  const known: readonly string[] = ATTESTATION_KINDS
  return known.includes(text)
}
