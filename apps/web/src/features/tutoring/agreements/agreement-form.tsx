import { MOST_MONTHS, RHYTHMS } from '@terreau/domain/tutoring/agreement'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type Agreement, type AgreementLinks, useWriteAgreement } from './queries.ts'

interface Props {
  relationId: string
  agreement: Agreement
  onDone: (links: AgreementLinks) => void
}

const USUAL_MONTHS = 6

/** Writes the agreement: what is proposed can be changed, both are asked about each version. */
export function AgreementForm({ relationId, agreement: { agreement, version }, onDone }: Props) {
  const t = useT()
  const [values, setValues] = useState({
    aim: agreement?.aim ?? '',
    rhythm: agreement?.rhythm ?? ('two_weeks' as const),
    startsOn: todayInZone(),
    months: String(agreement?.months ?? USUAL_MONTHS),
    confidentiality:
      agreement?.confidentiality ?? t('tutoringAgreement.write.defaultConfidentiality'),
    stopping: agreement?.stopping ?? t('tutoringAgreement.write.defaultStopping'),
  })
  const [attempt, setAttempt] = useState(0)
  const write = useWriteAgreement(relationId, version)
  const months = /^\d{1,2}$/.test(values.months.trim()) ? Number(values.months) : 0
  const isEmpty = (text: string) => text.trim() === ''
  const local = {
    aim: isEmpty(values.aim) ? t('tutoringAgreement.write.aimMissing') : null,
    months: months < 1 || months > MOST_MONTHS ? t('tutoringAgreement.write.monthsWrong') : null,
    confidentiality: isEmpty(values.confidentiality)
      ? t('tutoringAgreement.write.textMissing')
      : null,
    stopping: isEmpty(values.stopping) ? t('tutoringAgreement.write.textMissing') : null,
  }
  const form = useFieldErrors(write.error, attempt > 0 ? local : {})
  const set = (over: Partial<typeof values>) => setValues({ ...values, ...over })
  const submit = () => {
    setAttempt((n) => n + 1)
    if (Object.values(local).some((error) => error !== null)) return
    afterWrite(write.mutateAsync({ ...values, months }), onDone)
  }
  const field = (name: 'aim' | 'startsOn' | 'months' | 'confidentiality' | 'stopping') => ({
    name,
    label: t(`tutoringAgreement.write.${name}`),
    value: values[name],
    onChange: (text: string) => set({ [name]: text }),
    error: form.errorOf(name),
  })
  return (
    <section aria-labelledby="write">
      <h2 id="write">
        {t(agreement === null ? 'tutoringAgreement.write.title' : 'tutoringAgreement.write.again')}
      </h2>
      <p>{t('tutoringAgreement.write.hint')}</p>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoringAgreement.write.submit')}
        isBusy={write.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField {...field('aim')} maxLength={300} />
        <SelectField
          name="rhythm"
          label={t('tutoringAgreement.write.rhythm')}
          value={values.rhythm}
          onChange={(value) =>
            set({ rhythm: RHYTHMS.find((one) => one === value) ?? values.rhythm })
          }
          options={RHYTHMS.map((value) => ({
            value,
            label: t(`tutoringAgreement.rhythm.${value}`),
          }))}
        />
        <TextField {...field('startsOn')} type="date" />
        <TextField {...field('months')} inputMode="numeric" maxLength={2} />
        <LongTextField {...field('confidentiality')} />
        <LongTextField {...field('stopping')} />
      </Form>
    </section>
  )
}
