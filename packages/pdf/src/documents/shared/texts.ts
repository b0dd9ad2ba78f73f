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

/** French puts a space before `: ; ? ! »` and after `«`; a line must never break there. */
function withFrenchSpaces<Texts extends object>(texts: Texts): Texts {
  const entries = Object.entries(texts).map(([key, value]) => {
    if (typeof value !== 'string') return [key, withFrenchSpaces(value)]
    return [
      key,
      value.replace(/ (?=[:;?!»])/g, NO_BREAK_SPACE).replace(/« /g, `«${NO_BREAK_SPACE}`),
    ]
  })
  return Object.fromEntries(entries) as Texts
}

const TEXTS: Readonly<Record<DocumentLocale, DocumentTexts>> = { fr: withFrenchSpaces(fr), en }
