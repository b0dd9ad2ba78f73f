import { Button } from '@mantine/core'
import { CALL_ANSWERS, CALL_STEPS } from '@terreau/domain/declarations/reminders'
import { useEffect, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, RadioField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useRecordCall } from './mutations.ts'
import type { MissingPerson } from './queries.ts'

interface CallFormProps {
  person: MissingPerson
  month: string
  onLeave: () => void
}

/** A call: when, what was said in a short list, a note, and what comes next. */
export function CallForm({ person, month, onLeave }: CallFormProps) {
  const t = useT()
  const record = useRecordCall(person.personId)
  const [doneOn, setDoneOn] = useState(todayInZone())
  const [answer, setAnswer] = useState('')
  const [step, setStep] = useState<string>('wait')
  const [nextOn, setNextOn] = useState('')
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const said = CALL_ANSWERS.find((one) => one === answer)
  const next = CALL_STEPS.find((one) => one === step) ?? 'none'
  const missing = attempt > 0 && said === undefined ? t('calls.note.answerMissing') : null
  const form = useFieldErrors(record.error, { answer: missing })
  useEffect(() => document.getElementById('call-title')?.focus(), [])
  const save = () => {
    setAttempt(attempt + 1)
    if (said === undefined) return
    const body = { month, doneOn, answer: said, step: next, nextOn: nextOn || null, note }
    afterWrite(record.mutateAsync(body), onLeave)
  }
  return (
    <section className="panel" aria-labelledby="call-title">
      <h2 id="call-title" tabIndex={-1}>
        {t('calls.note.title', { name: person.personName })}
      </h2>
      <p>{t('calls.note.hint')}</p>
      <Form
        onSubmit={save}
        submitLabel={t('calls.note.save')}
        isBusy={record.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="default" onClick={onLeave}>
            {t('common.cancel')}
          </Button>
        }
      >
        <TextField
          name="doneOn"
          type="date"
          label={t('calls.note.doneOn')}
          error={form.errorOf('doneOn')}
          value={doneOn}
          onChange={setDoneOn}
        />
        <RadioField
          name="answer"
          label={t('calls.note.answer')}
          error={form.errorOf('answer')}
          value={answer}
          onChange={setAnswer}
          options={CALL_ANSWERS.map((value) => ({ value, label: t(`calls.answer.${value}`) }))}
        />
        <SelectField
          name="step"
          label={t('calls.note.step')}
          value={step}
          onChange={setStep}
          options={CALL_STEPS.map((value) => ({ value, label: t(`calls.step.${value}`) }))}
        />
        <TextField
          name="nextOn"
          type="date"
          isOptional
          label={t('calls.note.nextOn')}
          error={form.errorOf('nextOn')}
          value={nextOn}
          onChange={setNextOn}
        />
        <LongTextField
          name="note"
          isOptional
          label={t('calls.note.words')}
          hint={t('calls.note.wordsHint')}
          error={form.errorOf('note')}
          value={note}
          onChange={setNote}
        />
      </Form>
    </section>
  )
}
