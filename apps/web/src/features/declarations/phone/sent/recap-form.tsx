import { RECAP_ANSWERS, type RecapAnswer } from '@terreau/domain/declarations/recap'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { RadioChips } from '../../../../ui/phone/radio-chips.tsx'
import { LongTextField } from '../../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../../ui/phone/words.ts'
import { useAnswerRecap } from '../mutations.ts'
import type { MonthView } from '../queries.ts'
import { lineName } from './sent-line-rows.tsx'

export interface RecapQuestionProps {
  view: MonthView
  activity: string | undefined
  onError: (hasError: boolean) => void
}

/** Yes, not exactly (which line), or no. */
export function RecapForm(props: RecapQuestionProps & { by: string }) {
  const { view, activity, by, onError } = props
  const t = useT()
  const answerIt = useAnswerRecap({ month: view.month, activity })
  const [answer, setAnswer] = useState<RecapAnswer | null>(null)
  const [lineId, setLineId] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(null, {
    recap: attempt > 0 && answer === null ? t('declarationsSent.recap.choose') : null,
  })
  const { sales, expenses, trips } = view.lines
  const lines = [...sales, ...expenses, ...trips]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    onError(answer === null)
    if (answer === null || answerIt.isPending) return
    answerIt.mutate({ answer, lineId: answer === 'not_exactly' ? lineId : null, words })
  }
  return (
    <section className="thread" aria-labelledby="recap-title">
      <div className="bubble theirs">
        <h2 id="recap-title">{t('declarationsSent.recap.title', { name: by })}</h2>
        <p>{t('declarationsSent.recap.question')}</p>
      </div>
      <form noValidate onSubmit={submit}>
        <ErrorSummary form={form} attempt={attempt} />
        {answerIt.error && <ProblemNotice error={answerIt.error} />}
        <RadioChips
          name="recap"
          legend={t('declarationsSent.recap.legend')}
          error={form.errorOf('recap')}
          value={answer}
          onChange={setAnswer}
          options={RECAP_ANSWERS.map((value) => ({
            value,
            label: t(`declarationsSent.recap.answer.${value}`),
          }))}
        />
        {answer === 'not_exactly' && lines.length > 0 && (
          <RadioChips
            name="line"
            legend={t('declarationsSent.recap.line')}
            isOptional
            value={lineId}
            onChange={setLineId}
            options={lines.map(({ id }) => ({
              value: id,
              label: lineName(view.lines, id, { t }) ?? '',
            }))}
          />
        )}
        {answer !== null && answer !== 'yes' && (
          <LongTextField
            name="words"
            label={t('declarationsSent.recap.words')}
            isOptional
            maxLength={500}
            value={words}
            onChange={setWords}
          />
        )}
        <Button isBusy={answerIt.isPending}>{t('declarationsSent.recap.send')}</Button>
      </form>
    </section>
  )
}
