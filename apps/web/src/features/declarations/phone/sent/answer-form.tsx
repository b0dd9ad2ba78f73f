import { type FormEvent, useState } from 'react'
import { Button, LinkButton } from '../../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { LongTextField } from '../../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { VoiceField } from '../../../../ui/phone/voice/voice-field.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import type { AnswerKeeper, AnswerState } from '../keep/answer-keeper.ts'
import { lateReceiptHref } from '../month-links.ts'
import type { MonthView, Question } from '../queries.ts'

export interface AnswerFormProps {
  keeper: AnswerKeeper
  state: AnswerState
  question: Question
  view: MonthView
  activity: string | undefined
  onError: (hasError: boolean) => void
  onSent: () => void
}

/** Words, a voice, or both; what is given is on the phone at once, and leaves when the person sends it. */
export function AnswerForm(props: AnswerFormProps) {
  const { keeper, state, question, onError, onSent } = props
  const t = useT()
  const [isSpeaking, setSpeaking] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const name = `answer-${question.id}`
  // Whoever speaks has the words of the recorder.
  const empty = keeper.isEmpty ? ('declarationsAnswer.empty' as const) : null
  const missing = isSpeaking ? 'voice.stillSpeaking' : empty
  const form = useFieldErrors(null, {
    [name]: attempt > 0 && missing ? t(missing) : null,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    onError(missing !== null)
    if (missing !== null) return
    onSent()
    void keeper.send()
  }
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary form={form} attempt={attempt} />
      {state.problem && <ProblemNotice error={state.problem} />}
      <LongTextField
        name={name}
        label={t('declarationsAnswer.label')}
        error={form.errorOf(name)}
        maxLength={1000}
        value={state.text}
        onChange={(text) => keeper.change({ text })}
      />
      {!state.hasVoiceArrived && (
        <VoiceField
          voice={state.voice}
          label={t('declarationsAnswer.byVoice')}
          isKept={state.isKept}
          onChange={(voice) => {
            setSpeaking(voice === 'speaking')
            if (voice !== 'speaking' && voice !== state.voice) keeper.change({ voice })
          }}
        />
      )}
      <Button>{t('declarationsAnswer.send')}</Button>
      <PhotoLink {...props} />
    </form>
  )
}

/** A photo answers better than words when a receipt is asked for; what was typed is kept meanwhile. */
function PhotoLink({ question: { lineId }, view, activity }: AnswerFormProps) {
  const t = useT()
  if (lineId === null) return null
  return (
    <LinkButton look="secondary" href={lateReceiptHref(view.month, lineId, activity)}>
      {t('declarationsAnswer.addPhoto')}
    </LinkButton>
  )
}
