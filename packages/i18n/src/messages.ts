import { messages as en } from './en/messages.ts'
import { messages as fr } from './fr/messages.ts'
import { type Locale, type Translate, translator } from './t.ts'

/** The words of short messages, in the language of whoever reads them. */
export function messageWords(locale: Locale): Translate<typeof fr> {
  return translator<typeof fr>(locale === 'en' ? en : fr, locale)
}
