import { isEmptyAnswer, SITUATIONS, SURVEY_ANSWERS } from '@terreau/domain/contracts/exit-survey'
import { useState } from 'react'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { CheckField, LongTextField, SelectField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useRecordAnswer } from './queries.ts'

/** What somebody says on the phone, question by question; each may be left out, or all of them declined. */
export function RecordForm({ surveyId }: { surveyId: string }) {
  const t = useT()
  const [isDeclined, setDeclined] = useState(false)
  const [situation, setSituation] = useState('')
  const [living, setLiving] = useState('')
  const [helped, setHelped] = useState('')
  const [words, setWords] = useState('')
  const [attempt, setAttempt] = useState(0)
  const record = useRecordAnswer(surveyId)
  const answers = {
    situation: SITUATIONS.find((one) => one === situation) ?? null,
    living: SURVEY_ANSWERS.find((one) => one === living) ?? null,
    helped: SURVEY_ANSWERS.find((one) => one === helped) ?? null,
    words,
  }
  const isMissing = !isDeclined && isEmptyAnswer(answers)
  const form = useFieldErrors(record.error, {
    situation: attempt > 0 && isMissing ? t('exitSurvey.empty') : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (!isMissing) record.mutate({ isDeclined, ...answers })
  }
  const none = { value: '', label: t('exitSurveys.noAnswer') }
  const said = (question: 'living' | 'helped') => [
    none,
    ...SURVEY_ANSWERS.map((value) => ({ value, label: t(`exitSurvey.${question}.${value}`) })),
  ]
  return (
    <Form
      onSubmit={save}
      submitLabel={t('exitSurveys.save')}
      isBusy={record.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <CheckField
        name="isDeclined"
        label={t('exitSurveys.decline')}
        isChecked={isDeclined}
        onChange={setDeclined}
      />
      {!isDeclined && (
        <>
          <SelectField
            name="situation"
            label={t('exitSurvey.situation.question')}
            error={form.errorOf('situation')}
            value={situation}
            onChange={setSituation}
            options={[
              none,
              ...SITUATIONS.map((value) => ({ value, label: t(`exitSurvey.situation.${value}`) })),
            ]}
          />
          <SelectField
            name="living"
            label={t('exitSurvey.living.question')}
            value={living}
            onChange={setLiving}
            options={said('living')}
          />
          <SelectField
            name="helped"
            label={t('exitSurvey.helped.question')}
            value={helped}
            onChange={setHelped}
            options={said('helped')}
          />
          <LongTextField
            name="words"
            label={t('exitSurvey.words')}
            error={form.errorOf('words')}
            isOptional
            value={words}
            onChange={setWords}
          />
        </>
      )}
    </Form>
  )
}
