import type { FieldErrors } from '../../lib/field-errors.ts'
import { ErrorSummary as SharedSummary } from '../error-summary.tsx'
import { useT } from './words.ts'

/** First child of a form. `attempt` counts the refused tries: each one moves focus here. */
export function ErrorSummary({ form, attempt }: { form: FieldErrors; attempt: number }) {
  const t = useT()
  return (
    <SharedSummary title={t('common.error.summaryTitle')} lines={form.lines} attempt={attempt} />
  )
}
