import { type FormEvent, useRef, useState } from 'react'
import { apiUrl } from '../../../../lib/api.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { FileField } from '../../../../ui/phone/file-field.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { LongTextField } from '../../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../../ui/phone/words.ts'
import { VoicePlayer } from '../../../../ui/voice-player.tsx'
import { useAddLateReceipt, useAnswerQuestion } from '../mutations.ts'
import type { MonthView, Question } from '../queries.ts'
import { lineName } from './sent-line-rows.tsx'
import { type Voice, VoiceDoor } from './voice-door.tsx'

interface QuestionThreadProps {
  question: Question
  view: MonthView
  activity: string | undefined
  /** The window title says when the answer form has an error. */
  onError: (hasError: boolean) => void
}

/** A question as in a chat, with its answer or the place to write it. */
export function QuestionThread({ question, view, activity, onError }: QuestionThreadProps) {
  const t = useT()
  const title = useRef<HTMLHeadingElement>(null)
  // A voice that has arrived is an answer already: the words sent with it stay until they have too.
  const [isSending, setSending] = useState(false)
  const line = question.lineId === null ? null : lineName(view.lines, question.lineId, { t })
  const heading = `question-${question.id}`
  return (
    <article className="thread" aria-labelledby={heading}>
      <div className="bubble theirs">
        <h2 id={heading} ref={title} tabIndex={-1}>
          {t('declarationsSent.question.title', { name: question.askedBy })}
        </h2>
        <p>{question.text}</p>
        {line !== null && <p className="hint">{t('declarationsSent.question.about', { line })}</p>}
      </div>
      {question.answer !== null && (
        <div className="bubble mine">
          <h3>{t('declarationsSent.question.yours')}</h3>
          {question.answer !== '' && <p>{question.answer}</p>}
          {question.voice === 'ready' && (
            <VoicePlayer
              src={apiUrl('GET /me/questions/:questionId/voice', {
                params: { questionId: question.id },
              })}
              label={t('declarationsSent.question.yourVoice')}
            />
          )}
          {question.voice === 'waiting' && <p>{t('declarationsSent.question.voiceWaits')}</p>}
          {question.voice === 'refused' && <p>{t('declarationsSent.question.voiceRefused')}</p>}
        </div>
      )}
      {(isSending || (question.answer === null && view.state === 'question')) && (
        <AnswerForm
          question={question}
          month={view.month}
          activity={activity}
          onError={onError}
          onAnswered={() => title.current?.focus()}
          onSending={setSending}
        />
      )}
    </article>
  )
}

interface AnswerFormProps {
  question: Question
  month: string
  activity: string | undefined
  onError: (hasError: boolean) => void
  onAnswered: () => void
  onSending: (isSending: boolean) => void
}

function AnswerForm(props: AnswerFormProps) {
  const { question, month, activity, onError, onAnswered, onSending } = props
  const t = useT()
  const [text, setText] = useState('')
  const [voice, setVoice] = useState<Voice | 'speaking' | null>(null)
  const [attempt, setAttempt] = useState(0)
  const send = useAnswerQuestion()
  const addReceipt = useAddLateReceipt({ month, activity })
  const name = `answer-${question.id}`
  const isSpeaking = voice === 'speaking'
  const isEmpty = voice === null && text.trim() === ''
  const missing = isSpeaking ? 'stillSpeaking' : isEmpty ? 'empty' : null
  const form = useFieldErrors(null, {
    [name]: attempt > 0 && missing ? t(`declarationsSent.question.${missing}`) : null,
  })
  const { lineId } = question
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    onError(missing !== null)
    if (voice === 'speaking' || isEmpty || send.isPending) return
    onAnswered()
    onSending(true)
    const answer = { questionId: question.id, text: text.trim(), voice }
    send.mutate(answer, { onSuccess: () => onSending(false) })
  }
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary form={form} attempt={attempt} />
      {send.error && <ProblemNotice error={send.error} />}
      <LongTextField
        name={name}
        label={t('declarationsSent.question.label')}
        error={form.errorOf(name)}
        maxLength={1000}
        value={text}
        onChange={setText}
      />
      <VoiceDoor onChange={setVoice} />
      <Button isBusy={send.isPending}>{t('declarationsSent.question.send')}</Button>
      {lineId !== null && (
        <>
          {addReceipt.error && <ProblemNotice error={addReceipt.error} />}
          <div role="status">
            {addReceipt.isSuccess && <p>{t('declarationsReceipt.added', { count: 1 })}</p>}
          </div>
          <FileField
            name={`receipt-${question.id}`}
            label={t('declarationsSent.question.addPhoto')}
            onFile={(file) => addReceipt.mutate({ lineId, file })}
          />
        </>
      )}
    </form>
  )
}
