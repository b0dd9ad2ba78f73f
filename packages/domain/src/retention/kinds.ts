import type { SettingKey } from '../settings/dated-settings.ts'
import { addMonthsClamped, type LocalDate, localDate } from '../time/local-date.ts'

/**
 * Whether a kind is erased file by file, from when the person left, or by its date, whoever it speaks of.
 */
export type RetentionScope = 'person' | 'date'

/** What the length counts from. */
export type RetentionStart = 'departure' | 'last-contact' | 'year-end' | 'event'

/** Erased for good, or emptied of what names somebody while amounts, days and numbers stay. */
export type RetentionEffect = 'erase' | 'redact'

interface RetentionRule {
  readonly scope: RetentionScope
  readonly start: RetentionStart
  readonly effect: RetentionEffect
  /** The length while no setting says otherwise. */
  readonly months: number
  /** A text makes us keep it until then: a request does not shorten it (GDPR art. 17.3). */
  readonly isObliged: boolean
  /** Erased each night without anybody deciding: nothing that a person or a text may still need. */
  readonly isAlwaysErased: boolean
  /** The text, and the day on which it was read. */
  readonly source: string
  readonly readOn: LocalDate
  /** The cooperative may set another length: no text that we could read sets this one. */
  readonly setting?: SettingKey
}

const READ_ON = localDate('2026-11-22')
const CNIL_HR = 'CNIL, référentiel relatif à la gestion des ressources humaines'
/** No text sets the length: the principle alone, and a setting that the cooperative decides. */
const PRINCIPLE = 'RGPD art. 5.1 e : pas plus longtemps que nécessaire'

/** Every kind of data and how long it is kept: a table, read by the night, the command and the pages. */
const RULES = {
  contact: person({ months: 24, setting: 'retention_contact_months', source: PRINCIPLE }),
  papers: person({ months: 12, setting: 'retention_papers_months', source: PRINCIPLE }),
  right_to_work: person({
    months: 60,
    isObliged: true,
    source: 'C. trav. R1221-26 : registre du personnel et ses annexes, cinq ans après le départ',
  }),
  pay: person({
    months: 60,
    isObliged: true,
    source: 'C. trav. L3243-4 : double des bulletins de paie, cinq ans',
  }),
  contract: person({
    months: 60,
    isObliged: true,
    source: 'C. civ. art. 2224 : prescription de cinq ans après la fin du contrat',
  }),
  attestation: person({ months: 60, setting: 'retention_attestation_months', source: PRINCIPLE }),
  tutoring: person({ months: 60, setting: 'retention_tutoring_months', source: PRINCIPLE }),
  identity: person({
    months: 60,
    isObliged: true,
    source: 'C. trav. R1221-26 : registre unique du personnel, cinq ans après le départ',
  }),
  lead: dated({
    start: 'last-contact',
    months: 24,
    effect: 'erase',
    isAlwaysErased: true,
    source: `${CNIL_HR} : deux ans après le dernier contact`,
  }),
  accounting: dated({
    start: 'year-end',
    months: 120,
    isObliged: true,
    source: 'C. com. L123-22 : livres et pièces comptables, dix ans après la clôture de l’exercice',
  }),
  message: dated({
    months: 12,
    isAlwaysErased: true,
    setting: 'retention_message_months',
    source: PRINCIPLE,
  }),
  look: dated({
    months: 12,
    effect: 'erase',
    isAlwaysErased: true,
    setting: 'retention_log_months',
    source: 'CNIL, recommandation sur la journalisation : six mois à un an',
  }),
  check: dated({
    months: 12,
    effect: 'erase',
    isAlwaysErased: true,
    setting: 'retention_log_months',
    source: 'CNIL, recommandation sur la journalisation : six mois à un an',
  }),
  sign_in: dated({
    months: 12,
    effect: 'erase',
    isAlwaysErased: true,
    setting: 'retention_log_months',
    source: 'CNIL, recommandation sur la journalisation : six mois à un an',
  }),
  journal: dated({ months: 120, setting: 'retention_journal_months', source: PRINCIPLE }),
  request: dated({
    months: 1,
    effect: 'erase',
    isAlwaysErased: true,
    source: 'Choix technique : une demande répétée plus d’un mois après en est une autre',
  }),
  export: dated({
    months: 0,
    effect: 'erase',
    isAlwaysErased: true,
    source: 'La copie porte son dernier jour (réglage « Durée d’une copie »)',
  }),
} as const satisfies Record<string, RetentionRule>

export type RetentionKind = keyof typeof RULES

/** Somebody with a file who never had a contract: everything of theirs, as for a contact. */
const APPLICANT = {
  months: 24,
  source: `${CNIL_HR} : deux ans après le dernier contact pour une candidature non retenue`,
} as const

export const RETENTION_KINDS: readonly RetentionKind[] = Object.keys(RULES).filter(isRetentionKind)

/** File by file, in the order in which they are erased: the name goes last. */
export const PERSON_KINDS = RETENTION_KINDS.filter((kind) => RULES[kind].scope === 'person')

/** Whether a text names a kind. */
export function isRetentionKind(text: string): text is RetentionKind {
  return Object.hasOwn(RULES, text)
}

export function retentionRule(kind: RetentionKind): RetentionRule {
  return RULES[kind]
}

/** How many months a kind is kept: what the cooperative set, or the table. */
export function keptMonths(kind: RetentionKind, settings: ReadonlyMap<string, string>): number {
  const rule = retentionRule(kind)
  const set = rule.setting === undefined ? undefined : settings.get(rule.setting)
  return set === undefined ? rule.months : Number(set)
}

/** A file without any contract is kept as that of somebody who applied. */
export function keptOfPerson(
  kind: RetentionKind,
  hadContract: boolean,
  settings: ReadonlyMap<string, string>,
): { months: number; isObliged: boolean; source: string } {
  if (!hadContract) return { ...APPLICANT, isObliged: false }
  const { isObliged, source } = retentionRule(kind)
  return { months: keptMonths(kind, settings), isObliged, source }
}

/** The first day on which something may be erased, counted from its start. */
export function erasableFrom(start: LocalDate, months: number): LocalDate {
  return addMonthsClamped(start, months)
}

/** For a kind that goes by its date: the first day that is still kept. */
export function keptSince(kind: RetentionKind, months: number, today: LocalDate): LocalDate {
  const since = addMonthsClamped(today, -months)
  // Books count from the end of their year: a year is whole or not there.
  return retentionRule(kind).start === 'year-end' ? localDate(`${since.slice(0, 4)}-01-01`) : since
}

function person(rule: Partial<RetentionRule> & Pick<RetentionRule, 'months' | 'source'>) {
  return {
    scope: 'person',
    start: 'departure',
    effect: 'redact',
    isObliged: false,
    isAlwaysErased: false,
    readOn: READ_ON,
    ...rule,
  } as const satisfies RetentionRule
}

function dated(rule: Partial<RetentionRule> & Pick<RetentionRule, 'months' | 'source'>) {
  return {
    ...person(rule),
    scope: 'date',
    start: 'event',
    ...rule,
  } as const satisfies RetentionRule
}
