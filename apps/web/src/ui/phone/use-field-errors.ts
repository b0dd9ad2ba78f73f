import { type FieldErrors, fieldErrors, type LocalErrors } from '../../lib/field-errors.ts'
import { useLocale } from '../../lib/locale.ts'
import { useProblemWords } from './use-problem-words.ts'

/** `const form = useFieldErrors(send.error, { amount: … })`, then `error={form.errorOf('amount')}`. */
export function useFieldErrors(error: unknown, local: LocalErrors = {}): FieldErrors {
  const locale = useLocale()
  const isRefused = error !== null && error !== undefined
  const catalogue = useProblemWords(isRefused)
  return fieldErrors(catalogue ? error : null, local, { catalogue: catalogue ?? {}, locale })
}
