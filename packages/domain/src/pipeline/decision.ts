/** Why somebody is not admitted, or not yet. Each has its own plain sentence in the letter. */
export const DECISION_REASONS = [
  'project_too_early',
  'activity_not_insurable',
  'activity_regulated',
  'needs_premises_or_investment',
  'not_available_enough',
  'outside_territory',
  'no_place_left',
  'better_helped_elsewhere',
  'other',
] as const
export type DecisionReason = (typeof DECISION_REASONS)[number]

/** Why somebody stopped by themselves. */
export const WITHDRAWAL_REASONS = [
  'found_a_job',
  'other_path',
  'gave_up',
  'no_answer',
  'duplicate',
  'other',
] as const
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

/** Where a contact comes from. */
export const ORIGINS = [
  'prescriber',
  'club',
  'word_of_mouth',
  'information_meeting',
  'web',
  'other',
] as const
export type Origin = (typeof ORIGINS)[number]

/** What an interview found. It proposes; the decision is an act of its own. */
export const INTERVIEW_RESULTS = ['ready', 'needs_work', 'does_not_fit'] as const
export type InterviewResult = (typeof INTERVIEW_RESULTS)[number]
