import { END_REASONS, type EndReason } from '@terreau/domain/tutoring/agreement'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type AgreementLinks, useEndAgreement } from './queries.ts'

interface Props {
  relationId: string
  version: number
  onDone: (links: AgreementLinks) => void
}

/** Ends an agreement that stands, with its reason. */
export function EndForm({ relationId, version, onDone }: Props) {
  const t = useT()
  const [endedOn, setEndedOn] = useState(todayInZone())
  const [reason, setReason] = useState<EndReason>('aim_reached')
  const [words, setWords] = useState('')
  const [attempt, setAttempt] = useState(0)
  const end = useEndAgreement(relationId, version)
  const form = useFieldErrors(end.error)
  const submit = () => {
    setAttempt((n) => n + 1)
    afterWrite(end.mutateAsync({ endedOn, reason, words }), onDone)
  }
  return (
    <section aria-labelledby="end">
      <h2 id="end">{t('tutoringAgreement.end.title')}</h2>
      <p>{t('tutoringAgreement.end.hint')}</p>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoringAgreement.end.submit')}
        isBusy={end.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="endedOn"
          type="date"
          label={t('tutoringAgreement.end.endedOn')}
          value={endedOn}
          onChange={setEndedOn}
          error={form.errorOf('endedOn')}
        />
        <SelectField
          name="reason"
          label={t('tutoringAgreement.end.reason')}
          value={reason}
          onChange={(value) => setReason(END_REASONS.find((one) => one === value) ?? reason)}
          options={END_REASONS.map((value) => ({
            value,
            label: t(`tutoringAgreement.reason.${value}`),
          }))}
        />
        <LongTextField
          name="words"
          label={t('tutoringAgreement.end.words')}
          isOptional
          value={words}
          onChange={setWords}
          error={form.errorOf('words')}
        />
      </Form>
    </section>
  )
}
