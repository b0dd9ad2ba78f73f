import { documents as en } from '@terreau/i18n/en/documents'
import { documents as fr } from '@terreau/i18n/fr/documents'
import type { SameTexts } from '@terreau/i18n/fr/documents-shape'
import type { DocumentLocale } from './facts.ts'

export type DocumentTexts = SameTexts<typeof fr>

/** The words of the documents in one language. */
export function textsOf(locale: DocumentLocale): DocumentTexts {
  return TEXTS[locale]
}

const NO_BREAK_SPACE = '\u00a0'

/**
 * No line breaks inside "article L127-1" or "SIREN 123", nor, in French, before `: ; ? ! »` and
 * after `«`.
 */
function withUnbreakableSpaces<Texts extends object>(texts: Texts): Texts {
  const entries = Object.entries(texts).map(([key, value]) => {
    if (typeof value !== 'string') return [key, withUnbreakableSpaces(value)]
    return [key, value.replace(UNBREAKABLE, NO_BREAK_SPACE)]
  })
  return Object.fromEntries(entries) as Texts
}

const UNBREAKABLE =
  / (?=[:;?!»])|(?<=«| la) (?=\S+ »)|(?<=«) |(?<=\b[Aa]rticles?) (?=[LRD{])|(?<=\b(?:SIREN|RCS)) /g

const TEXTS: Readonly<Record<DocumentLocale, DocumentTexts>> = {
  fr: withUnbreakableSpaces(fr),
  en: withUnbreakableSpaces(en),
}
