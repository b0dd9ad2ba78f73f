import { type StaffCatalogue, staffCatalogue } from '@terreau/i18n/catalogue-staff'
import { createWords } from '../../lib/words.ts'

const english = () => import('@terreau/i18n/catalogue-staff-en').then((m) => m.staffCatalogueEn)

/** The words of the staff pages: French with the page, English in one file when asked for. */
export const staffWords = createWords<StaffCatalogue>({
  french: staffCatalogue,
  load: async (locale, part) => (locale === 'fr' ? staffCatalogue : await english())[part],
})

/** `const t = useT(); t('common.continue')` — keys and placeholders are checked when compiling. */
export const useT = staffWords.useT
