import { contractSummary as en } from './en/contract-summary.ts'
import { contractSummary as fr } from './fr/contract-summary.ts'
import { type Locale, type Translate, translator } from './t.ts'

/** The words that sum a CAPE up for whoever signs it. */
export function contractSummaryWords(locale: Locale): Translate<typeof fr> {
  return translator<typeof fr>(locale === 'en' ? en : fr, locale)
}
