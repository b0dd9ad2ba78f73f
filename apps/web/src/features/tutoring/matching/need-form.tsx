import { useQuery } from '@tanstack/react-query'
import {
  MOMENTS,
  type Moment,
  URGENCIES,
  type Urgency,
  WISHED_FORMS,
  type WishedForm,
} from '@terreau/domain/tutoring/matching'
import { TUTORING_SUBJECTS, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { useRef, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { SavedNotice } from '../../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { tutoringQueries } from '../queries.ts'
import { CheckList } from './check-list.tsx'
import { useLanguages } from './languages.ts'
import { useAskNeedFor } from './mutations.ts'

interface Values {
  personId: string
  subject: TutoringSubject
  languages: string[]
  urgency: Urgency
  form: WishedForm
  moments: Moment[]
  town: string
  words: string
}
const EMPTY: Values = {
  personId: '',
  subject: 'customers',
  languages: ['fr'],
  urgency: 'this_month',
  form: 'any',
  moments: [],
  town: '',
  words: '',
}

/** Staff write down what somebody asked for at the office or on the telephone. */
export function NeedForm() {
  const t = useT()
  const languages = useLanguages()
  const { data } = useQuery(tutoringQueries.candidates())
  const [values, setValues] = useState(EMPTY)
  const [attempt, setAttempt] = useState(0)
  const id = useRef(crypto.randomUUID())
  const ask = useAskNeedFor()
  const local = {
    personId: values.personId === '' ? t('tutoringMatch.add.personMissing') : null,
    languages: values.languages.length === 0 ? t('tutoringMatch.add.languagesMissing') : null,
  }
  const form = useFieldErrors(ask.error, attempt > 0 ? local : {})
  const set = (over: Partial<Values>) => setValues({ ...values, ...over })
  const submit = () => {
    setAttempt((n) => n + 1)
    if (local.personId !== null || local.languages !== null) return
    const done = () => {
      id.current = crypto.randomUUID()
      setAttempt(0)
      setValues(EMPTY)
    }
    afterWrite(ask.mutateAsync({ ...values, id: id.current }), done)
  }
  return (
    <section aria-labelledby="add-need">
      <h2 id="add-need">{t('tutoringMatch.add.title')}</h2>
      <SavedNotice>{ask.isSuccess && attempt === 0 && t('tutoringMatch.add.done')}</SavedNotice>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoringMatch.add.submit')}
        isBusy={ask.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="personId"
          label={t('tutoringMatch.add.person')}
          value={values.personId}
          onChange={(personId) => set({ personId })}
          error={form.errorOf('personId')}
          options={[
            { value: '', label: t('tutoringMatch.add.choose') },
            ...(data?.people ?? []).map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <SelectField
          name="subject"
          label={t('tutoringMatch.need.subject')}
          value={values.subject}
          onChange={(value) =>
            set({ subject: TUTORING_SUBJECTS.find((one) => one === value) ?? EMPTY.subject })
          }
          options={TUTORING_SUBJECTS.map((value) => ({
            value,
            label: t(`tutoringMatch.subject.${value}`),
          }))}
        />
        <CheckList
          name="languages"
          label={t('tutoringMatch.need.languages')}
          error={form.errorOf('languages')}
          value={values.languages}
          onChange={(chosen) => set({ languages: chosen })}
          options={languages.options}
        />
        <SelectField
          name="urgency"
          label={t('tutoringMatch.need.urgency')}
          value={values.urgency}
          onChange={(value) =>
            set({ urgency: URGENCIES.find((one) => one === value) ?? EMPTY.urgency })
          }
          options={URGENCIES.map((value) => ({
            value,
            label: t(`tutoringMatch.urgency.${value}`),
          }))}
        />
        <SelectField
          name="form"
          label={t('tutoringMatch.need.form')}
          value={values.form}
          onChange={(value) => set({ form: WISHED_FORMS.find((one) => one === value) ?? 'any' })}
          options={WISHED_FORMS.map((value) => ({
            value,
            label: t(`tutoringMatch.form.${value}`),
          }))}
        />
        <CheckList
          name="moments"
          label={t('tutoringMatch.add.moments')}
          value={values.moments}
          onChange={(moments) => set({ moments })}
          options={MOMENTS.map((value) => ({ value, label: t(`tutoringMatch.moment.${value}`) }))}
        />
        <TextField
          name="town"
          label={t('tutoringMatch.add.town')}
          isOptional
          maxLength={100}
          value={values.town}
          onChange={(town) => set({ town })}
        />
        <LongTextField
          name="words"
          label={t('tutoringMatch.add.words')}
          isOptional
          value={values.words}
          onChange={(words) => set({ words })}
          error={form.errorOf('words')}
        />
      </Form>
    </section>
  )
}
