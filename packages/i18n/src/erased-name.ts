import { personalCopy as en } from './en/personal-copy.ts'
import { personalCopy as fr } from './fr/personal-copy.ts'

/** The pseudonym of somebody whose name was erased; '#' is where its number goes. */
export function erasedName(locale: 'fr' | 'en'): { given: string; family: string } {
  return (locale === 'en' ? en : fr).erased
}
