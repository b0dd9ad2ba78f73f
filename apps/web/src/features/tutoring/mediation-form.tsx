import { useState } from 'react'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, RadioField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useSettle } from './mutations.ts'
import type { TutoringSession } from './queries.ts'

const OUTCOMES = ['ask_again', 'set_aside'] as const

/** Ends a disagreement, once both were heard. Nobody says yes in the place of the person helped. */
export function MediationForm({ session }: { session: TutoringSession }) {
  const t = useT()
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('ask_again')
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const settle = useSettle(session)
  const form = useFieldErrors(settle.error)
  return (
    <section aria-labelledby="mediation">
      <h2 id="mediation">{t('tutoring.mediation.title')}</h2>
      <p>{t('tutoring.mediation.hint')}</p>
      <Form
        onSubmit={() => {
          setAttempt((n) => n + 1)
          settle.mutate({ outcome, note })
        }}
        submitLabel={t('tutoring.mediation.submit')}
        isBusy={settle.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <RadioField
          name="outcome"
          label={t('tutoring.mediation.outcome')}
          value={outcome}
          onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? 'ask_again')}
          options={OUTCOMES.map((value) => ({ value, label: t(`tutoring.mediation.${value}`) }))}
        />
        <LongTextField
          name="mediation-note"
          label={t('tutoring.mediation.note')}
          isOptional
          value={note}
          onChange={setNote}
        />
      </Form>
    </section>
  )
}
