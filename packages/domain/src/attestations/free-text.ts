import { ATTESTATION_KINDS, type AttestationKind } from './kinds.ts'

/**
 * Kinds that may carry paragraphs of the cooperative. A work certificate holds exclusively what D1234-6 and
 * CSS L911-8 list, a settlement receipt is the inventory of L1234-20: neither takes a word more.
 */
export const FREE_TEXT_KINDS = [
  'monthly_income',
  'cape_entry',
  'cape_period',
  'attendance',
  'employment',
  'associate',
  'tutoring_hours',
] as const satisfies readonly AttestationKind[]
export type FreeTextKind = (typeof FREE_TEXT_KINDS)[number]

export const MOST_FREE_TEXT = 1500
/** What 1,500 signs take when they run on: more lines than these would push the signature pages away. */
export const MOST_FREE_LINES = 24

/** Words that stand for a value, as the team types them between double braces. */
export const FREE_TEXT_TAGS = [
  'nom',
  'cooperative',
  'numero',
  'date',
  'lieu',
  'debut',
  'fin',
  'activite',
  'contrat',
  'heures',
] as const
export type FreeTextTag = (typeof FREE_TEXT_TAGS)[number]

const EVERYWHERE = ['nom', 'cooperative', 'numero', 'date', 'lieu'] as const

const TAGS: Readonly<Record<FreeTextKind, readonly FreeTextTag[]>> = {
  monthly_income: [...EVERYWHERE, 'debut', 'fin', 'activite'],
  cape_entry: [...EVERYWHERE, 'debut', 'fin', 'activite', 'contrat'],
  cape_period: [...EVERYWHERE, 'debut', 'fin', 'activite'],
  attendance: [...EVERYWHERE, 'debut', 'fin'],
  // A contract without a term has no last day to print.
  employment: [...EVERYWHERE, 'debut', 'activite', 'contrat'],
  associate: [...EVERYWHERE, 'debut', 'activite', 'contrat'],
  tutoring_hours: [...EVERYWHERE, 'debut', 'fin', 'heures'],
}

/** Whether the paragraphs of a kind can be written by the cooperative. */
export function isFreeTextKind(kind: string): kind is FreeTextKind {
  const known: readonly string[] = FREE_TEXT_KINDS
  return known.includes(kind)
}

/** The tags that a kind has a value for, in the order in which they are shown. */
export function tagsOf(kind: FreeTextKind): readonly FreeTextTag[] {
  return TAGS[kind]
}

/**
 * A text as it was meant, wherever it was copied from: no sign that cannot be seen, one sign for the end of a line
 * and a plain space for those that are wider or thinner, except the two that French does not break at.
 */
export function plainFreeText(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n\u00a0\u202f]/g, ' ')
    .trim()
}

/** What a text says wrongly: tags without a value, as they were typed, and braces that stand alone. */
export function freeTextFaults(
  kind: FreeTextKind,
  written: string,
): { unknownTags: string[]; hasLooseBrace: boolean; isTooHigh: boolean } {
  const text = plainFreeText(written)
  const known: readonly string[] = tagsOf(kind)
  const typed = [...text.matchAll(TAG)].map((match) => (match[1] ?? '').trim())
  return {
    unknownTags: [...new Set(typed.filter((tag) => !known.includes(tagName(tag))))],
    hasLooseBrace: /[{}]/.test(text.replaceAll(TAG, '')),
    isTooHigh: text.split('\n').filter((line) => line.trim() !== '').length > MOST_FREE_LINES,
  }
}

/** The paragraphs with their values, one text each; a blank line parts two. Asks for a text without faults. */
export function fillFreeText(
  text: string,
  values: Readonly<Partial<Record<FreeTextTag, string>>>,
): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) =>
      paragraph.replaceAll(TAG, (_, tag: string) => valueOfTag(values, tagName(tag))),
    )
}

/** `{{ Début }}` is `{{debut}}`: a text that begins a sentence, or was corrected by its editor. */
function tagName(tag: string): string {
  return tag.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

function valueOfTag(values: Readonly<Partial<Record<string, string>>>, tag: string): string {
  const value = values[tag]
  if (value === undefined) throw new Error(`no value for the tag ${tag}`)
  return value
}

const TAG = /\{\{([^{}]*)\}\}/g

/** The kinds that take no word of the cooperative: exclusively what the law lists. */
export const LEGAL_ONLY_KINDS = ATTESTATION_KINDS.filter((kind) => !isFreeTextKind(kind))
