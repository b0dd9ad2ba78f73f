import { type FieldErrors, fieldErrors, type LocalErrors } from '../../lib/field-errors.ts'
import { useLocale } from '../../lib/locale.ts'
import { staffWords } from './words.ts'

/** `const form = useFieldErrors(save.error, { name: … })`, then `error={form.errorOf('name')}`. */
export function useFieldErrors(error: unknown, local: LocalErrors = {}): FieldErrors {
  return fieldErrors(error, local, { catalogue: staffWords.useCatalogue(), locale: useLocale() })
}

/** The same errors at fields whose names begin with `prefix`: of two forms on one page, each has its own ids. */
export function withPrefix(form: FieldErrors, prefix: string): FieldErrors {
  return {
    errorOf: (name) => form.errorOf(name.slice(prefix.length)),
    lines: form.lines.map((line) => ({
      ...line,
      name: line.name === null ? null : prefix + line.name,
    })),
    hasErrors: form.hasErrors,
  }
}
