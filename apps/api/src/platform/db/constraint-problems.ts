import type { ProblemCode } from '@terreau/protocol/problems'

/**
 * The law lives in named constraints; here each name becomes the problem people read. A constraint that
 * is not listed is a bug of ours and answers 500.
 */
const PROBLEM_OF_CONSTRAINT: Readonly<Record<string, ProblemCode>> = {
  month_is_open: 'month-is-closed',
  last_closing_reopens: 'month-not-last-closed',
  closing_reopening_pkey: 'month-not-closed',
  contract_no_overlap: 'contract-overlaps',
  contract_one_at_a_time: 'contract-overlaps',
  contract_amendment_one_pending: 'amendment-pending',
  activity_convention_pending_key: 'convention-pending',
  activity_shares_whole: 'shares-not-whole',
  cape_twelve_months: 'cape-too-long',
  cape_two_renewals: 'cape-third-renewal',
  contract_ends_after_start: 'cape-ends-before-start',
  person_under_hold: 'person-under-hold',
  person_is_with_us: 'erasure-person-is-here',
  erasure_request_waiting: 'erasure-asked-already',
  person_reference_key: 'person-already-exists',
  declaration_month_key: 'declaration-exists',
  contribution_scheme_code_key: 'scheme-exists',
  tutoring_relation_pair_key: 'relation-exists',
  tutoring_relation_volunteer_host: 'volunteer-in-company',
  host_structure_name_key: 'host-exists',
  tutoring_need_waiting_key: 'need-exists',
  tutor_charter_pkey: 'version-changed',
  tutor_profile_pkey: 'version-changed',
  // Two choices at once: the second is read again first.
  valuation_choice_pkey: 'version-changed',
  funded_operation_pkey: 'version-changed',
  attestation_revocation_pkey: 'attestation-already-revoked',
  tutor_badge_once: 'badge-already-issued',
  tutor_badge_revocation_pkey: 'badge-already-revoked',
  attestation_template_pkey: 'version-changed',
  attestation_replacement_pkey: 'attestation-already-replaced',
  acceptance_undo_pkey: 'declaration-not-accepted',
  closing_pkey: 'month-is-closed',
  piece_kind_code_key: 'piece-kind-exists',
  person_merge_undo_pkey: 'merge-already-undone',
}

/** The problem for a database error, or undefined when it is not a refusal we know. */
export function problemOfConstraint(error: unknown): ProblemCode | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && error.code === '53100') return 'storage-full'
  if (!('constraint' in error) || typeof error.constraint !== 'string') return undefined
  return PROBLEM_OF_CONSTRAINT[error.constraint]
}
