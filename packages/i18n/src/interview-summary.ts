import { interviewSummary as en } from './en/interview-summary.ts'
import { interviewSummary as fr } from './fr/interview-summary.ts'
import { type Locale, type Translate, translator } from './t.ts'

/** The words that sum the report of an interview up for whoever signs it. */
export function interviewSummaryWords(locale: Locale): Translate<typeof fr> {
  return translator<typeof fr>(locale === 'en' ? en : fr, locale)
}

/** How and where an interview takes place: 'Au téléphone', 'En personne : 12 rue des Lilas'. */
export function interviewWayText(
  locale: Locale,
  { way, place }: { way: 'place' | 'phone' | 'video'; place: string },
): string {
  const t = interviewSummaryWords(locale)
  const how = t(`ways.${way}`)
  return place === '' ? how : t('wayAt', { how, place })
}
