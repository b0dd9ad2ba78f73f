import {
  MOMENTS,
  type Moment,
  URGENCIES,
  type Urgency,
  WISHED_FORMS,
  type WishedForm,
} from '@terreau/domain/tutoring/matching'
import { TUTORING_SUBJECTS, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { type FormEvent, useRef, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { Card, Notice } from '../../../ui/phone/card.tsx'
import { ErrorSummary } from '../../../ui/phone/error-summary.tsx'
import { RadioChips } from '../../../ui/phone/radio-chips.tsx'
import { LongTextField, TextField } from '../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../ui/phone/words.ts'
import { CheckChips } from '../check-chips.tsx'
import { useLanguages } from './languages.ts'
import { useAskNeed } from './mutations.ts'
import type { OwnNeeds } from './queries.ts'

interface Values {
  subject: TutoringSubject | null
  languages: string[]
  urgency: Urgency
  form: WishedForm
  moments: Moment[]
  town: string
  words: string
}

/** A request in a few touches; only the subject has to be chosen. */
export function AskForm({ own }: { own: OwnNeeds }) {
  const t = useT()
  const languages = useLanguages()
  const known = own.knownLanguages.length > 0 ? own.knownLanguages : ['fr']
  const empty: Values = {
    subject: null,
    languages: known,
    urgency: 'this_month',
    form: 'any',
    moments: [],
    town: '',
    words: '',
  }
  const [values, setValues] = useState(empty)
  const [attempt, setAttempt] = useState(0)
  const id = useRef(crypto.randomUUID())
  const ask = useAskNeed()
  const { subject } = values
  const missing = {
    ...(subject === null ? { subject: t('tutoringOffer.need.subjectMissing') } : {}),
    ...(values.languages.length === 0
      ? { languages: t('tutoringOffer.need.languagesMissing') }
      : {}),
  }
  const form = useFieldErrors(ask.error, attempt > 0 ? missing : {})
  const set = (over: Partial<Values>) => setValues({ ...values, ...over })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (Object.keys(missing).length > 0 || subject === null) return
    const sent = () => {
      id.current = crypto.randomUUID()
      setAttempt(0)
      setValues(empty)
    }
    afterWrite(ask.mutateAsync({ ...values, subject, id: id.current }), sent)
  }
  return (
    <Card title={t('tutoringOffer.need.ask')}>
      <ErrorSummary form={form} attempt={attempt} />
      {ask.isSuccess && attempt === 0 && (
        <Notice look="success">
          <p role="status">{t('tutoringOffer.need.sent')}</p>
        </Notice>
      )}
      <form onSubmit={submit} noValidate>
        <RadioChips
          name="subject"
          legend={t('tutoringOffer.need.subject')}
          error={form.errorOf('subject')}
          value={subject}
          onChange={(chosen) => set({ subject: chosen })}
          options={TUTORING_SUBJECTS.map((value) => ({
            value,
            label: t(`tutoringPhone.subject.${value}`),
          }))}
        />
        <RadioChips
          name="urgency"
          legend={t('tutoringOffer.need.urgency')}
          value={values.urgency}
          onChange={(urgency) => set({ urgency })}
          options={URGENCIES.map((value) => ({
            value,
            label: t(`tutoringOffer.urgency.${value}`),
          }))}
        />
        <RadioChips
          name="form"
          legend={t('tutoringOffer.need.form')}
          value={values.form}
          onChange={(chosen) => set({ form: chosen })}
          options={WISHED_FORMS.map((value) => ({
            value,
            label: t(`tutoringOffer.form.${value}`),
          }))}
        />
        <CheckChips
          name="languages"
          legend={t('tutoringOffer.need.languages')}
          error={form.errorOf('languages')}
          value={values.languages}
          onChange={(chosen) => set({ languages: chosen })}
          options={languages.options}
        />
        <CheckChips
          name="moments"
          legend={t('tutoringOffer.need.moments')}
          isOptional
          value={values.moments}
          onChange={(moments) => set({ moments })}
          options={MOMENTS.map((value) => ({ value, label: t(`tutoringOffer.moment.${value}`) }))}
        />
        <TextField
          name="town"
          label={t('tutoringOffer.need.town')}
          isOptional
          maxLength={100}
          value={values.town}
          onChange={(town) => set({ town })}
        />
        <LongTextField
          name="words"
          label={t('tutoringOffer.need.words')}
          isOptional
          maxLength={500}
          value={values.words}
          onChange={(words) => set({ words })}
        />
        <Button isBusy={ask.isPending}>{t('tutoringOffer.need.send')}</Button>
      </form>
    </Card>
  )
}
