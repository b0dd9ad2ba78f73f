import { staffCatalogue } from '@terreau/i18n/catalogue-staff'
import { createWords } from '../../lib/words.ts'

/** The words of the staff pages. */
export const staffWords = createWords(staffCatalogue, () =>
  import('@terreau/i18n/catalogue-staff-en').then((module) => module.staffCatalogueEn),
)

/** `const t = useT(); t('common.continue')` — keys and placeholders are checked when compiling. */
export const useT = staffWords.useT
