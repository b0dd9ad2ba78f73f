import { UNKNOWN } from '@terreau/domain/pipeline/facts'
import { mayBeUnknown } from '@terreau/domain/pipeline/questions'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../ui/phone/error-summary.tsx'
import { Loading } from '../../../ui/phone/loading.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { useFieldErrors } from '../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../ui/phone/words.ts'
import { AnswerField } from './answer-field.tsx'
import { readAnswer, typedOf } from './answers.ts'
import { useAnswer } from './mutations.ts'
import { ProgressWords } from './progress-words.tsx'
import type { OwnWelcome } from './queries.ts'
import { useTyped } from './use-typed.ts'

interface QuestionPageProps {
  welcome: OwnWelcome
  asked: OwnWelcome['questions'][number]
}

/** One question, its answer, and "I do not know" where that is a true answer. */
export function QuestionPage({ welcome, asked }: QuestionPageProps) {
  const t = useT()
  const [, navigate] = useLocation()
  const { question } = asked
  const { place, personId } = welcome
  const known = place?.question === question ? place.typed : typedOf(question, asked.value)
  const { typed, change, forget } = useTyped({ personId, page: question }, known)
  const answer = useAnswer(question)
  const [attempt, setAttempt] = useState(0)
  const reading = readAnswer(question, typed ?? '')
  const isWrong = attempt > 0 && reading === null
  const form = useFieldErrors(answer.error, {
    value: isWrong ? t(`welcomePhone.wrong.${question}`) : null,
  })
  const send = (value: string) =>
    afterWrite(answer.mutateAsync(value), async ({ resume }) => {
      await forget()
      navigate(`/moi/bienvenue${resume === null ? '' : `/${resume}`}`)
    })
  const submit = () => {
    setAttempt((n) => n + 1)
    if (reading !== null) send(reading)
  }
  return (
    <Page
      title={t(`welcomePhone.question.${question}`)}
      back="/moi/bienvenue/tout"
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {typed === null ? (
        <Loading />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <AnswerField
            question={question}
            value={typed}
            error={form.errorOf('value')}
            onChange={change}
          />
          <Button isBusy={answer.isPending}>{t('welcomePhone.next')}</Button>
          {mayBeUnknown(question) && (
            <Button type="button" look="secondary" onClick={() => send(UNKNOWN)}>
              {t('welcomePhone.unknown')}
            </Button>
          )}
          <p className="hint">{t('welcomePhone.canStop')}</p>
        </form>
      )}
      <ProgressWords progress={welcome.progress} />
    </Page>
  )
}
