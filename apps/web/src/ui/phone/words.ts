import { phoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { createWords } from '../../lib/words.ts'

/** The words of the phone pages. */
export const phoneWords = createWords(phoneCatalogue, () =>
  import('@terreau/i18n/catalogue-phone-en').then((module) => module.phoneCatalogueEn),
)

/** `const t = useT(); t('common.continue')` — keys and placeholders are checked when compiling. */
export const useT = phoneWords.useT
