import { LANGUAGES } from '@terreau/domain/pipeline/facts'
import { languageName } from '@terreau/i18n/language-name'
import { firstUpper } from '../../../lib/first-upper.ts'
import { useLocale } from '../../../lib/locale.ts'

/** Languages by their names, in the language of the page. */
export function useLanguages() {
  const locale = useLocale()
  const nameOf = (code: string) => firstUpper(languageName(code, locale))
  return {
    options: LANGUAGES.map((code) => ({ value: code as string, label: nameOf(code) })),
    listOf: (codes: readonly string[]) => codes.map(nameOf).join(', '),
  }
}
