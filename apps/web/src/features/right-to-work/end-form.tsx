import { useState } from 'react'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useStateEnd } from './mutations.ts'

/** The last day of a paper that was recorded without one, or why it has none: one of the two. */
export function EndForm({ permitId }: { permitId: string }) {
  const t = useT()
  const [day, setDay] = useState('')
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const state = useStateEnd(permitId)
  const form = useFieldErrors(state.error)
  const save = () => {
    setAttempt((n) => n + 1)
    state.mutate({ validUntil: day === '' ? null : day, reason })
  }
  return (
    <section aria-label={t('rightToWork.end.title')}>
      <h2>{t('rightToWork.end.title')}</h2>
      <p>{t('rightToWork.end.lead')}</p>
      <Form
        onSubmit={save}
        submitLabel={t('rightToWork.end.save')}
        isBusy={state.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="validUntil"
          type="date"
          label={t('rightToWork.end.day')}
          value={day}
          error={form.errorOf('validUntil')}
          onChange={setDay}
        />
        <TextField
          name="reason"
          label={t('rightToWork.end.reason')}
          value={reason}
          error={form.errorOf('reason')}
          onChange={setReason}
        />
      </Form>
    </section>
  )
}
