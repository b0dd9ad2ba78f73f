import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { apiUrl } from '../../../../lib/api.ts'
import { useSession } from '../../../../lib/session.ts'
import { useFetched } from '../../../../lib/use-fetched.ts'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { phoneWords, useT } from '../../../../ui/phone/words.ts'
import { VoicePlayer } from '../../../../ui/voice-player.tsx'
import { readAnswer } from '../keep/answer-copy.ts'
import type { AnswerKeeper } from '../keep/answer-keeper.ts'
import { type MonthView, ownQueries, type Question } from '../queries.ts'
import type { AnswerPlace } from './answer-place.tsx'
import { lineName } from './sent-line-rows.tsx'

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
      <AnswerDoor
        question={question}
        view={view}
        activity={activity}
        onError={onError}
        onSent={() => title.current?.focus()}
      />
    </article>
  )
}

type AnswerDoorProps = QuestionThreadProps & { onSent: () => void }
interface Opened {
  Place: typeof AnswerPlace
  keeper: AnswerKeeper
}

/** Fetched when there is something to answer, or something on this phone that has not left. */
function AnswerDoor(props: AnswerDoorProps) {
  const { question, view } = props
  const personId = useSession()?.personId ?? null
  const { data: hasKept = false } = useQuery({
    queryKey: [...ownQueries.all, 'answer', personId, question.id],
    queryFn: async () =>
      personId !== null && (await readAnswer({ personId, questionId: question.id })) !== undefined,
  })
  const isWanted = hasKept || (question.answer === null && view.state === 'question')
  const opened = useFetched(isWanted && personId !== null, () =>
    open({ personId: personId ?? '', questionId: question.id }, view.month),
  )
  if (opened.error !== null) return <ProblemNotice error={opened.error} onRetry={opened.retry} />
  return opened.part && <opened.part.Place {...props} keeper={opened.part.keeper} />
}

async function open(
  place: { personId: string; questionId: string },
  month: string,
): Promise<Opened> {
  const [module] = await Promise.all([
    import('./answer-place.tsx'),
    phoneWords.need(['declarationsAnswer']),
  ])
  return { Place: module.AnswerPlace, keeper: await module.openAnswer(place, month) }
}
