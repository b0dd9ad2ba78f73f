import { problems as en } from './en/problems.ts'
import { problems as fr } from './fr/problems.ts'
import { spokenParams } from './spoken-params.ts'
import { type MessageParams, translate } from './t.ts'

/** The sentence people read for a problem, its values filled in. */
export function problemTitle(
  locale: 'fr' | 'en',
  code: keyof typeof fr,
  params: MessageParams = {},
): string {
  return translate(locale === 'en' ? en : fr, locale, code, spokenParams(params, locale))
}
