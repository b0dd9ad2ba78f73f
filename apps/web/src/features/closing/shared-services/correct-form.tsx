import { useState } from 'react'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useCorrect } from './queries.ts'

/** Begins the next version of an account that was given. */
export function CorrectForm({ firstMonth }: { firstMonth: string }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const correct = useCorrect(firstMonth)
  const isMissing = reason.trim() === ''
  const form = useFieldErrors(isMissing ? null : correct.error, {
    reason: attempt > 0 && isMissing ? t('sharedServices.correct.reasonMissing') : null,
  })
  const submit = () => {
    setAttempt((n) => n + 1)
    if (!isMissing) correct.mutate(reason.trim())
  }
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{t('sharedServices.correct.title')}</h2>
      <p>{t('sharedServices.correct.intro')}</p>
      <Form
        onSubmit={submit}
        submitLabel={t('sharedServices.correct.submit')}
        isBusy={correct.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <LongTextField
          name="reason"
          label={t('sharedServices.correct.reason')}
          value={reason}
          onChange={setReason}
          error={form.errorOf('reason')}
        />
      </Form>
    </section>
  )
}
