import { Button } from '@mantine/core'
import { apiUrl } from '../../../lib/api.ts'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { VoicePlayer } from '../../../ui/voice-player.tsx'
import { lineNumber } from './line-number.ts'
import { useTakeBackQuestion } from './mutations.ts'
import type { Reviewed } from './queries.ts'

/** Questions and their answers, oldest first. */
export function ThreadPanel(props: { declaration: Reviewed; mayReview: boolean }) {
  const { declaration, mayReview } = props
  const t = useT()
  const locale = useLocale()
  const takeBack = useTakeBackQuestion()
  if (declaration.questions.length === 0) return null
  return (
    <section className="thread" aria-labelledby="thread-title">
      <h3 id="thread-title">{t('review.detail.thread')}</h3>
      {takeBack.error && <ErrorBlock error={takeBack.error} />}
      <ul>
        {declaration.questions.map((question) => {
          const n = question.lineId === null ? null : lineNumber(declaration.lines, question.lineId)
          return (
            <li key={question.id}>
              <p className="dimmed">
                {question.askedBy} · {formatInstant(question.askedAt, locale)}
                {n !== null && ` · ${t('review.flag.onLine', { n })}`}
              </p>
              <p>{question.text}</p>
              {question.answer === null ? (
                <p className="dimmed">{t('review.detail.waiting')}</p>
              ) : (
                <blockquote>
                  <p className="dimmed">
                    {declaration.personName}
                    {question.answeredAt !== null &&
                      ` · ${formatInstant(question.answeredAt, locale)}`}
                  </p>
                  {question.answer !== '' && <p>{question.answer}</p>}
                  <VoiceAnswer id={declaration.id} question={question} />
                </blockquote>
              )}
              {mayReview && question.answer === null && (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => takeBack.mutate({ id: declaration.id, questionId: question.id })}
                >
                  {t('review.detail.takeBack')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What was said instead of written: to hear here, or to keep. */
function VoiceAnswer({ id, question }: { id: string; question: Reviewed['questions'][number] }) {
  const t = useT()
  const mayHear = useCan('declaration.review')
  if (question.voice === 'none') return null
  if (!mayHear) return <p className="dimmed">{t('review.detail.voice.closed')}</p>
  if (question.voice !== 'ready') {
    return <p className="dimmed">{t(`review.detail.voice.${question.voice}`)}</p>
  }
  const params = { id, questionId: question.id }
  const src = apiUrl('GET /declarations/:id/questions/:questionId/voice', { params })
  return (
    <>
      <VoicePlayer src={src} label={t('review.detail.voice.player')} />
      <p>
        <a href={src} download>
          {t('review.detail.voice.download')}
        </a>
      </p>
    </>
  )
}
