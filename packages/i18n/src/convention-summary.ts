import { conventionSummary as en } from './en/convention-summary.ts'
import { conventionSummary as fr } from './fr/convention-summary.ts'
import { type Locale, type Translate, translator } from './t.ts'

/** The words that sum a convention up for whoever signs it. */
export function conventionSummaryWords(locale: Locale): Translate<typeof fr> {
  return translator<typeof fr>(locale === 'en' ? en : fr, locale)
}
