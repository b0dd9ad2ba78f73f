import { type FieldErrors, fieldErrors, type LocalErrors } from '../../lib/field-errors.ts'
import { useLocale } from '../../lib/locale.ts'
import { phoneWords } from './words.ts'

/** `const form = useFieldErrors(send.error, { amount: … })`, then `error={form.errorOf('amount')}`. */
export function useFieldErrors(error: unknown, local: LocalErrors = {}): FieldErrors {
  return fieldErrors(error, local, { catalogue: phoneWords.useCatalogue(), locale: useLocale() })
}
