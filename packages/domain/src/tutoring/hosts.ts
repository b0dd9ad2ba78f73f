import { ok, type Refusal, type Result, refused } from '../result.ts'

/** What kind of body hosts a tutoring relation. */
export const HOST_FORMS = ['association', 'foundation', 'public_body', 'scic', 'company'] as const
export type HostForm = (typeof HOST_FORMS)[number]

export const TUTORING_KINDS = ['volunteer', 'paid'] as const
/** Given freely, or a paid mission between entrepreneurs. The two are never summed. */
export type TutoringKind = (typeof TUTORING_KINDS)[number]

/** How hours are counted apart; 'unstated' are from before it was recorded whether they were given or paid. */
export const COUNTED_KINDS = [...TUTORING_KINDS, 'unstated'] as const
export type CountedKind = (typeof COUNTED_KINDS)[number]

/** Why a pair helps otherwise from a day on. */
export const CHANGE_REASONS = ['written_wrong', 'host_changed', 'agreed_otherwise'] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

/**
 * Whether a host may have volunteers. Volunteering must not serve a body that seeks profit, or it is hidden
 * work (C. trav. L8221-5); a SCIC has a text of its own (loi 47-1775, art. 19 septies), other companies have
 * none. A paid mission needs no host.
 */
export function tutoringHost(
  kind: TutoringKind,
  form: HostForm | null,
): Result<null, Refusal<'volunteer-host-missing' | 'volunteer-in-company'>> {
  if (kind === 'paid') return ok(null)
  if (form === null) return refused('volunteer-host-missing')
  return form === 'company' ? refused('volunteer-in-company') : ok(null)
}
