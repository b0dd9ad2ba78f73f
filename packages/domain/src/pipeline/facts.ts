/** The countries a project may be about: the country of the project, never the origin of the person. */
const COUNTRY = /^[A-Z]{2}$/
const LANGUAGE = /^[a-z]{2,3}(,[a-z]{2,3}){0,9}$/

/** What may be known of somebody's situation at entry. Nothing about health, nothing about origin. */
export const SOCIAL_STATUSES = [
  'job_seeker',
  'minimum_income',
  'employee',
  'student',
  'no_income',
  'other',
] as const
export type SocialStatus = (typeof SOCIAL_STATUSES)[number]

/** How somebody wants to be reached. */
export const CHANNELS = ['email', 'phone', 'sms', 'whatsapp'] as const
export type Channel = (typeof CHANNELS)[number]

export const OTHER_JOBS = ['none', 'part_time', 'full_time'] as const

/** The languages offered first; any ISO 639 code may be kept. */
export const LANGUAGES = [
  'fr',
  'en',
  'ar',
  'pt',
  'es',
  'bm',
  'wo',
  'ff',
  'snk',
  'ln',
  'sw',
  'am',
  'ti',
  'uk',
  'tr',
  'fa',
] as const

/** The answer of somebody who does not know. It is kept as it is: not knowing is true. */
export const UNKNOWN = 'unknown'

interface FactFacts {
  /** Whether "I do not know" is a true answer. */
  mayBeUnknown: boolean
  isValid: (value: string) => boolean
}

const oneOf = (list: readonly string[]) => (value: string) => list.includes(value)
const short = (value: string) => value.trim() !== '' && value.length <= 500

/** Everything that is asked beyond identity and contact. Each serves the contract or a duty of the coop. */
export const FACTS = {
  project: { mayBeUnknown: false, isValid: short },
  project_country: { mayBeUnknown: true, isValid: (value) => COUNTRY.test(value) },
  languages: { mayBeUnknown: false, isValid: (value) => LANGUAGE.test(value) },
  channel: { mayBeUnknown: false, isValid: oneOf(CHANNELS) },
  prescriber: { mayBeUnknown: true, isValid: short },
  social_status: { mayBeUnknown: true, isValid: oneOf(SOCIAL_STATUSES) },
  other_job: { mayBeUnknown: false, isValid: oneOf(OTHER_JOBS) },
} as const satisfies Record<string, FactFacts>

export type FactKind = keyof typeof FACTS
export const FACT_KINDS: readonly FactKind[] = Object.keys(FACTS).filter(isFactKind)

/** Whether a text names a fact. */
export function isFactKind(text: string): text is FactKind {
  return Object.hasOwn(FACTS, text)
}

/** Whether a value may be kept for a fact. */
export function isFactValue(kind: FactKind, value: string): boolean {
  return value === UNKNOWN ? FACTS[kind].mayBeUnknown : FACTS[kind].isValid(value)
}
