import { PERMIT_KINDS } from '@terreau/domain/right-to-work/permit-kinds'
import { useState } from 'react'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRecordPermit } from './mutations.ts'

const EMPTY = {
  kind: '',
  number: '',
  validFrom: '',
  validUntil: '',
  originalSeenOn: '',
  authorisedFrom: '',
  authorisedUntil: '',
}

/** A new paper takes the place of the current one, which stays as history. */
export function RecordForm({ personId }: { personId: string }) {
  const t = useT()
  const [values, setValues] = useState(EMPTY)
  const [attempt, setAttempt] = useState(0)
  const record = useRecordPermit(personId)
  const kind = PERMIT_KINDS.find((name) => name === values.kind)
  const local = kind === undefined ? { kind: t('rightToWork.record.missingKind') } : {}
  const form = useFieldErrors(record.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (kind === undefined) return
    const { number, ...dates } = values
    const body = {
      kind,
      number,
      validFrom: dates.validFrom || null,
      validUntil: dates.validUntil || null,
      originalSeenOn: dates.originalSeenOn || null,
      authorisedFrom: dates.authorisedFrom || null,
      authorisedUntil: dates.authorisedUntil || null,
    }
    record.mutate(body, {
      onSuccess: () => {
        setValues(EMPTY)
        setAttempt(0)
      },
    })
  }
  const field = (name: Exclude<keyof typeof EMPTY, 'kind'>, label: string) => ({
    name,
    label,
    isOptional: true,
    value: values[name],
    error: form.errorOf(name),
    onChange: (text: string) => setValues((now) => ({ ...now, [name]: text })),
  })
  return (
    <section aria-label={t('rightToWork.record.title')}>
      <h2>{t('rightToWork.record.title')}</h2>
      <Form
        onSubmit={save}
        submitLabel={t('rightToWork.record.save')}
        isBusy={record.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="kind"
          label={t('rightToWork.permit.kind')}
          value={values.kind}
          error={form.errorOf('kind')}
          onChange={(text) => setValues((now) => ({ ...now, kind: text }))}
          options={[
            { value: '', label: '–' },
            ...PERMIT_KINDS.map((name) => ({ value: name, label: t(`permitKinds.${name}`) })),
          ]}
        />
        <TextField {...field('number', t('rightToWork.permit.number'))} maxLength={40} />
        <TextField {...field('validFrom', t('rightToWork.permit.from'))} type="date" />
        <TextField {...field('validUntil', t('rightToWork.permit.until'))} type="date" />
        <TextField
          {...field('originalSeenOn', t('rightToWork.record.originalSeenOn'))}
          type="date"
        />
        <TextField
          {...field('authorisedFrom', t('rightToWork.record.authorisedFrom'))}
          type="date"
        />
        <TextField
          {...field('authorisedUntil', t('rightToWork.record.authorisedUntil'))}
          type="date"
        />
      </Form>
    </section>
  )
}
