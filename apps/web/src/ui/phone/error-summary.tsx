import type { FieldErrors } from '../../lib/field-errors.ts'
import { ErrorSummary as SharedSummary } from '../error-summary.tsx'
import { useT } from './words.ts'

/** Goes in `<Page summary={…} hasError={form.hasErrors}>`. `attempt` counts the refused tries. */
export function ErrorSummary({ form, attempt }: { form: FieldErrors; attempt: number }) {
  const t = useT()
  return (
    <SharedSummary title={t('common.error.summaryTitle')} lines={form.lines} attempt={attempt} />
  )
}
