import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useBlobUrl } from '../../../../lib/use-blob-url.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { VoicePlayer } from '../../../../ui/voice-player.tsx'
import type { AnswerKeeper, AnswerState } from '../keep/answer-keeper.ts'
import { ownQueries } from '../queries.ts'
import { AnswerForm, type AnswerFormProps } from './answer-form.tsx'

export { openAnswer } from '../keep/answer-keepers.ts'

/** Nothing more can be sent, however often it is tried. */
const LATE: readonly string[] = ['question-already-answered', 'question-closed', 'not-found']

type AnswerPlaceProps = Omit<AnswerFormProps, 'state'>

/** Where an answer is: being given, on its way, or still here after its question was closed. */
export function AnswerPlace(props: AnswerPlaceProps) {
  const { keeper, question, view } = props
  const client = useQueryClient()
  const state = useSyncExternalStore(keeper.subscribe, keeper.read)
  const { hasArrived, hasVoiceArrived, refusal } = state
  const isLate = refusal !== null && LATE.includes(refusal)
  useEffect(() => {
    // What the server has now is shown above: another tab, or another phone, may have answered meanwhile.
    if (hasArrived || hasVoiceArrived || isLate)
      void client.invalidateQueries({ queryKey: ownQueries.all })
  }, [client, hasArrived, hasVoiceArrived, isLate])
  const isAsked = view.state === 'question' && question.answer === null
  const isOpen = isAsked || view.state === 'submitted' || view.state === 'question'
  if (hasArrived || (keeper.isEmpty && !isAsked)) return null
  if (state.isSendWaiting) return <Waiting keeper={keeper} state={state} />
  return isOpen && !isLate ? (
    <AnswerForm {...props} state={state} />
  ) : (
    <TooLate keeper={keeper} state={state} />
  )
}

interface KeptProps {
  keeper: AnswerKeeper
  state: AnswerState
}

/** What was sent and has not all arrived: the truth at every moment. */
function Waiting({ keeper, state }: KeptProps) {
  const t = useT()
  const { isSending, isKept, hasVoiceArrived, problem } = state
  return (
    <>
      <Given state={state} />
      {problem && <ProblemNotice error={problem} />}
      <div role="status">
        {hasVoiceArrived && <p>{t('declarationsAnswer.voiceArrived')}</p>}
        <p>{t(isSending ? 'declarationsAnswer.sending' : 'declarationsAnswer.waiting')}</p>
        {!isKept && <p>{t('declarationsAnswer.notKept')}</p>}
      </div>
      {!isSending && (
        <>
          <Button type="button" look="secondary" onClick={() => void keeper.flush()}>
            {t('common.retry')}
          </Button>
          <button className="text-button" type="button" onClick={() => keeper.hold()}>
            {t('declarationsAnswer.change')}
          </button>
        </>
      )}
    </>
  )
}

/** The question was closed while the answer was on this phone: it did not leave, and says so. */
function TooLate({ keeper, state }: KeptProps) {
  const t = useT()
  const isAnswered = state.refusal === 'question-already-answered'
  return (
    <>
      <Given state={state} />
      <p role="status">
        {t(isAnswered ? 'declarationsAnswer.answered' : 'declarationsAnswer.tooLate')}
      </p>
      <Button type="button" look="secondary" onClick={() => void keeper.drop()}>
        {t('declarationsAnswer.forget')}
      </Button>
    </>
  )
}

/** Words and voice as they were given. */
function Given({ state: { text, voice } }: { state: AnswerState }) {
  const t = useT()
  const url = useBlobUrl(voice?.blob ?? null)
  return (
    <div className="bubble mine">
      <h3>{t('declarationsAnswer.label')}</h3>
      {text.trim() !== '' && <p>{text}</p>}
      {url !== null && <VoicePlayer src={url} label={t('declarationsAnswer.kept')} />}
    </div>
  )
}
