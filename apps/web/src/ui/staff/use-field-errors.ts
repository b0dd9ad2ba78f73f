import { type FieldErrors, fieldErrors, type LocalErrors } from '../../lib/field-errors.ts'
import { useLocale } from '../../lib/locale.ts'
import { staffWords } from './words.ts'

/** `const form = useFieldErrors(save.error, { name: … })`, then `error={form.errorOf('name')}`. */
export function useFieldErrors(error: unknown, local: LocalErrors = {}): FieldErrors {
  return fieldErrors(error, local, { catalogue: staffWords.useCatalogue(), locale: useLocale() })
}
