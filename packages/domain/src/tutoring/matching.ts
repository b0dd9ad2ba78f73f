import { type HostForm, type TutoringKind, tutoringHost } from './hosts.ts'
import type { TutoringSubject } from './subjects.ts'

/** How people meet; a person who asks may not mind. */
export const MEETING_FORMS = ['in_person', 'phone', 'video'] as const
export type MeetingForm = (typeof MEETING_FORMS)[number]
export const WISHED_FORMS = ['any', ...MEETING_FORMS] as const
export type WishedForm = (typeof WISHED_FORMS)[number]

/** When somebody has time, as people say it. */
export const MOMENTS = ['weekday', 'evening', 'weekend'] as const
export type Moment = (typeof MOMENTS)[number]

/** How pressing a need is, in the words of the person. */
export const URGENCIES = ['this_week', 'this_month', 'no_hurry'] as const
export type Urgency = (typeof URGENCIES)[number]

/** The most people one tutor may help at once. */
export const MOST_TUTEES = 20

/** What somebody asks help for. */
export interface TutoringNeed {
  readonly personId: string
  readonly subject: TutoringSubject
  /** Languages the person can be helped in: any of them will do. */
  readonly languages: readonly string[]
  readonly form: WishedForm
  /** Empty: not said. */
  readonly moments: readonly Moment[]
  readonly town: string
}

/** What a tutor offers. */
export interface TutorProfile {
  readonly skills: readonly TutoringSubject[]
  readonly languages: readonly string[]
  readonly forms: readonly MeetingForm[]
  readonly moments: readonly Moment[]
  readonly town: string
  /** How many people at most, at the same time. */
  readonly mostTutees: number
  /** False while the tutor takes nobody new. */
  readonly isOpen: boolean
  readonly kind: TutoringKind
  /** The body in which they help; null when staff have not said it. */
  readonly hostForm: HostForm | null
  /** The version of the charter they accepted last; null: none. */
  readonly charterVersion: number | null
}

/** A tutor as the rule sees them: nothing about hours given or how well they help. */
export interface MatchedTutor {
  readonly personId: string
  readonly profile: TutorProfile | null
  readonly tuteesNow: number
  /** Whether they help, or once helped, this very person. */
  readonly isPaired: boolean
}

/** Why a tutor fits: each is a sentence of the page. */
export type Fit =
  | { code: 'same-language'; languages: string[] }
  | { code: 'skill'; subject: TutoringSubject }
  | { code: 'free-load'; free: number; most: number }
  | { code: 'same-form'; form: MeetingForm }
  | { code: 'same-moment'; moments: Moment[] }
  | { code: 'same-town'; town: string }

/** What staff should ask about before they form this pair. */
export type Caution =
  | { code: 'other-moment'; moments: Moment[] }
  | { code: 'other-town'; town: string }

/** Why a tutor is not proposed for this need. */
export type Exclusion =
  | { code: 'same-person' }
  | { code: 'paired' }
  | { code: 'profile-missing' }
  | { code: 'closed' }
  | { code: 'charter-missing' }
  | { code: 'charter-outdated'; accepted: number; standing: number }
  | { code: 'cap-reached'; now: number; most: number }
  | { code: 'host-missing' }
  | { code: 'host-refused' }
  | { code: 'no-language'; languages: string[] }
  | { code: 'no-skill'; subject: TutoringSubject }
  | { code: 'no-form'; form: MeetingForm }

export interface Proposal {
  readonly personId: string
  readonly reasons: readonly Fit[]
  readonly cautions: readonly Caution[]
}

export interface ExcludedTutor {
  readonly personId: string
  readonly why: readonly Exclusion[]
}

/**
 * Which tutors answer a need, each with the sentences that say why, and which do not, each with all the
 * reasons. No score, and no order of its own: tutors keep the order they come in, those without a caution
 * first. `charterVersion` is the version that stands, null when the cooperative has none.
 */
export function matchNeed(
  need: TutoringNeed,
  tutors: readonly MatchedTutor[],
  charterVersion: number | null,
): { proposals: Proposal[]; excluded: ExcludedTutor[] } {
  const proposals: Proposal[] = []
  const excluded: ExcludedTutor[] = []
  for (const tutor of tutors) {
    const { personId, profile } = tutor
    const why = exclusions(need, tutor, charterVersion)
    if (why.length > 0 || profile === null) excluded.push({ personId, why })
    else
      proposals.push({
        personId,
        reasons: fits(need, profile, tutor.tuteesNow),
        cautions: cautions(need, profile),
      })
  }
  const isWhole = (proposal: Proposal) => proposal.cautions.length === 0
  return {
    proposals: [...proposals.filter(isWhole), ...proposals.filter((one) => !isWhole(one))],
    excluded,
  }
}

function exclusions(
  need: TutoringNeed,
  { personId, profile, tuteesNow, isPaired }: MatchedTutor,
  charterVersion: number | null,
): Exclusion[] {
  if (personId === need.personId) return [{ code: 'same-person' }]
  if (profile === null) return [{ code: 'profile-missing' }]
  const why: Exclusion[] = []
  if (isPaired) why.push({ code: 'paired' })
  if (!profile.isOpen) why.push({ code: 'closed' })
  why.push(...charterExclusion(profile.charterVersion, charterVersion))
  if (tuteesNow >= profile.mostTutees)
    why.push({ code: 'cap-reached', now: tuteesNow, most: profile.mostTutees })
  const host = tutoringHost(profile.kind, profile.hostForm)
  if (!host.ok)
    why.push({
      code: host.refusal.code === 'volunteer-in-company' ? 'host-refused' : 'host-missing',
    })
  if (common(need.languages, profile.languages).length === 0)
    why.push({ code: 'no-language', languages: [...need.languages] })
  if (!profile.skills.includes(need.subject)) why.push({ code: 'no-skill', subject: need.subject })
  if (need.form !== 'any' && !profile.forms.includes(need.form))
    why.push({ code: 'no-form', form: need.form })
  return why
}

function charterExclusion(accepted: number | null, standing: number | null): Exclusion[] {
  if (standing === null || accepted === standing) return []
  return accepted === null
    ? [{ code: 'charter-missing' }]
    : [{ code: 'charter-outdated', accepted, standing }]
}

function fits(need: TutoringNeed, profile: TutorProfile, tuteesNow: number): Fit[] {
  const most = profile.mostTutees
  const reasons: Fit[] = [
    { code: 'skill', subject: need.subject },
    { code: 'same-language', languages: common(need.languages, profile.languages) },
    { code: 'free-load', free: most - tuteesNow, most },
  ]
  if (need.form !== 'any') reasons.push({ code: 'same-form', form: need.form })
  const moments = common(need.moments, profile.moments)
  if (moments.length > 0) reasons.push({ code: 'same-moment', moments })
  if (isSameTown(need.town, profile.town)) reasons.push({ code: 'same-town', town: profile.town })
  return reasons
}

function cautions(need: TutoringNeed, profile: TutorProfile): Caution[] {
  const found: Caution[] = []
  const bothSaid = need.moments.length > 0 && profile.moments.length > 0
  if (bothSaid && common(need.moments, profile.moments).length === 0)
    found.push({ code: 'other-moment', moments: [...profile.moments] })
  const meet = need.form === 'in_person' && need.town !== '' && profile.town !== ''
  if (meet && !isSameTown(need.town, profile.town))
    found.push({ code: 'other-town', town: profile.town })
  return found
}

function common<T>(asked: readonly T[], offered: readonly T[]): T[] {
  return asked.filter((one) => offered.includes(one))
}

/** Towns are typed by people: case, accents and hyphens do not make another town. */
function isSameTown(left: string, right: string): boolean {
  const [one, other] = [left, right].map(plain)
  return one !== '' && one === other
}

function plain(town: string): string {
  return town
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
