import { Button } from '@mantine/core'
import { formatInstant } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { useT } from '../../../ui/staff/words.ts'
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
                  <p>{question.answer}</p>
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
