import { REVIEW_ANSWERS, type ReviewAnswer } from '@terreau/domain/tutoring/agreement'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../ui/phone/error-summary.tsx'
import { RadioChips } from '../../../ui/phone/radio-chips.tsx'
import { LongTextField } from '../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../ui/phone/words.ts'
import { type Accord, useReviewAccord } from './queries.ts'

const QUESTIONS = ['aimAnswer', 'helpAnswer', 'againAnswer'] as const
type Question = (typeof QUESTIONS)[number]

/** Three questions, three touches, a word if one wants. */
export function ReviewForm({ token, accord }: { token: string; accord: Accord }) {
  const t = useT()
  const isTutor = accord.side === 'tutor'
  const [given, setGiven] = useState<Record<Question, ReviewAnswer | null>>({
    aimAnswer: null,
    helpAnswer: null,
    againAnswer: null,
  })
  const [words, setWords] = useState('')
  const [attempt, setAttempt] = useState(0)
  const review = useReviewAccord(token)
  const questions = {
    aimAnswer: t('tutoringAccord.aimQuestion'),
    helpAnswer: t(isTutor ? 'tutoringAccord.helpTutor' : 'tutoringAccord.helpTutee'),
    againAnswer: t(isTutor ? 'tutoringAccord.againTutor' : 'tutoringAccord.againTutee'),
  }
  const missing = Object.fromEntries(
    QUESTIONS.filter((one) => given[one] === null).map((one) => [
      one,
      t('tutoringAccord.missing', { question: questions[one] }),
    ]),
  )
  const form = useFieldErrors(review.error, attempt > 0 ? missing : {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    const { aimAnswer, helpAnswer, againAnswer } = given
    if (aimAnswer === null || helpAnswer === null || againAnswer === null) return
    review.mutate({ aimAnswer, helpAnswer, againAnswer, words, gesture: accord.gesture })
  }
  return (
    <form onSubmit={submit} noValidate>
      <h2>{t('tutoringAccord.review')}</h2>
      <ErrorSummary form={form} attempt={attempt} />
      {QUESTIONS.map((question) => (
        <RadioChips
          key={question}
          name={question}
          legend={questions[question]}
          error={form.errorOf(question)}
          value={given[question]}
          onChange={(answer) => setGiven({ ...given, [question]: answer })}
          options={REVIEW_ANSWERS.map((value) => ({
            value,
            label: t(
              question === 'againAnswer'
                ? `tutoringAccord.again.${value}`
                : `tutoringAccord.answer.${value}`,
            ),
          }))}
        />
      ))}
      <LongTextField
        name="words"
        label={t('tutoringAccord.words')}
        isOptional
        maxLength={500}
        value={words}
        onChange={setWords}
      />
      <Button isBusy={review.isPending}>{t('tutoringAccord.send')}</Button>
    </form>
  )
}
