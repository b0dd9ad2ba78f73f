import { useQuery } from '@tanstack/react-query'
import { isEmptyAnswer, SITUATIONS, SURVEY_ANSWERS } from '@terreau/domain/contracts/exit-survey'
import { formatDate } from '@terreau/i18n/format'
import { type FormEvent, useState } from 'react'
import { useParams } from 'wouter'
import type { Api } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { problemOf } from '../../../lib/problem-error.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { Notice } from '../../../ui/phone/card.tsx'
import { ErrorSummary } from '../../../ui/phone/error-summary.tsx'
import { Loading } from '../../../ui/phone/loading.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { RadioChips } from '../../../ui/phone/radio-chips.tsx'
import { LongTextField } from '../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../ui/phone/words.ts'
import { type OwnSurvey, ownSurveyQuery, useSendAnswers } from './own-survey.ts'

/** The page of a link: what becomes of somebody who left. No account, nothing kept before it is sent. */
export function SurveyPage() {
  const t = useT()
  const { token = '' } = useParams()
  const { data, error, refetch } = useQuery(ownSurveyQuery(token))
  const sentence = LINK_SENTENCES[problemOf(error)?.code ?? '']
  return (
    <Page title={t(`exitSurvey.title.${data?.round ?? 'exit'}`)}>
      {sentence !== undefined && (
        <Notice look="attention">
          <p role="status">{t(`exitSurvey.${sentence}`)}</p>
        </Notice>
      )}
      {error && sentence === undefined && (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && !error && <Loading />}
      {data && <Questions token={token} survey={data} />}
    </Page>
  )
}

/** A link that leads nowhere any more, or was cut on its way: said in its own words, nothing to try again. */
const LINK_SENTENCES: Readonly<Record<string, 'over' | 'linkWrong'>> = {
  'link-expired': 'over',
  'code-unknown': 'linkWrong',
}

type Answers = Omit<Api['POST /surveys/:token']['body'], 'gesture'>
const BLANK: Answers = { situation: null, living: null, helped: null, words: '' }

function Questions({ token, survey }: { token: string; survey: OwnSurvey }) {
  const t = useT()
  const locale = useLocale()
  const send = useSendAnswers(token)
  const { cooperative, greeted, lastDay, round } = survey
  if (send.isSuccess || survey.isAnswered)
    return (
      <>
        <Notice look="success">
          <p role="status" ref={send.isSuccess ? focusOn : undefined} tabIndex={-1}>
            {t('exitSurvey.thanks')}
          </p>
        </Notice>
        <Call cooperative={cooperative} />
      </>
    )
  const day = formatDate(lastDay, locale, 'long')
  return (
    <>
      <p className="lead">
        {t(`exitSurvey.intro.${round}`, {
          name: greeted,
          cooperative: cooperative.name,
          day,
        })}
      </p>
      <p>{t('exitSurvey.free', { cooperative: cooperative.name })}</p>
      <AnswerForm send={send} gesture={survey.gesture} />
      <Call cooperative={cooperative} />
    </>
  )
}

/** The form is gone: who cannot see the page hears what became of it. */
function focusOn(element: HTMLElement | null) {
  element?.focus()
}

function Call({ cooperative: { name, phone } }: Pick<OwnSurvey, 'cooperative'>) {
  const t = useT()
  if (phone === '') return null
  // A number cut at the end of a line is dialled wrong.
  return (
    <p>{t('exitSurvey.call', { cooperative: name, phone: phone.replaceAll(' ', '\u00a0') })}</p>
  )
}

interface AnswerFormProps {
  send: ReturnType<typeof useSendAnswers>
  gesture: string
}

/** Three questions, three touches, a word if one wants; each may be left out. */
function AnswerForm({ send, gesture }: AnswerFormProps) {
  const t = useT()
  const [answers, setAnswers] = useState(BLANK)
  const [attempt, setAttempt] = useState(0)
  const isEmpty = isEmptyAnswer(answers)
  const missing = attempt > 0 && isEmpty ? { situation: t('exitSurvey.empty') } : {}
  const form = useFieldErrors(send.error, missing)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (!isEmpty) send.mutate({ ...answers, gesture })
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary form={form} attempt={attempt} />
      <RadioChips
        name="situation"
        legend={t('exitSurvey.situation.question')}
        isOptional
        error={form.errorOf('situation')}
        value={answers.situation}
        onChange={(situation) => setAnswers({ ...answers, situation })}
        options={SITUATIONS.map((value) => ({ value, label: t(`exitSurvey.situation.${value}`) }))}
      />
      {(['living', 'helped'] as const).map((question) => (
        <RadioChips
          key={question}
          name={question}
          legend={t(`exitSurvey.${question}.question`)}
          isOptional
          value={answers[question]}
          onChange={(said) => setAnswers({ ...answers, [question]: said })}
          options={SURVEY_ANSWERS.map((value) => ({
            value,
            label: t(`exitSurvey.${question}.${value}`),
          }))}
        />
      ))}
      <LongTextField
        name="words"
        label={t('exitSurvey.words')}
        isOptional
        maxLength={500}
        value={answers.words}
        onChange={(words) => setAnswers({ ...answers, words })}
      />
      <Button isBusy={send.isPending}>{t('exitSurvey.send')}</Button>
    </form>
  )
}
