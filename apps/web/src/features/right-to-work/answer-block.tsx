import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AnswerView } from './queries.ts'

const LOOKS = { yes: 'success', no: 'danger', check: 'attention' } as const

/** The answer for one kind of contract: the verdict, each reason with its article, the decision. */
export function AnswerBlock({ answer }: { answer: AnswerView }) {
  const t = useT()
  const locale = useLocale()
  const { decision } = answer
  return (
    <section aria-label={t(`rightToWork.contract.${answer.contract}`)}>
      <h2>{t(`rightToWork.contract.${answer.contract}`)}</h2>
      <p>
        <StatusBadge look={LOOKS[answer.verdict]}>
          {t(`rightToWork.verdict.${answer.verdict}`)}
        </StatusBadge>
      </p>
      <ul>
        {answer.points.map((point) => (
          <li key={point.code}>
            {t(`rightToWork.points.${point.code}`, inWords(point.params, locale))} ({point.article})
          </li>
        ))}
      </ul>
      {decision !== null && (
        <p>
          {t('rightToWork.decision.taken', {
            who: decision.decidedBy,
            on: formatInstant(decision.decidedAt, locale),
            what: t(`rightToWork.decision.${decision.decision}`),
            reason: decision.reason,
          })}
        </p>
      )}
      {answer.stop !== null && (
        <p>
          <strong>{t(`rightToWork.stop.${answer.stop}`)}</strong>
        </p>
      )}
    </section>
  )
}

/** Days come as 'YYYY-MM-DD'; hours as numbers. */
function inWords(params: AnswerView['points'][number]['params'], locale: 'fr' | 'en') {
  const empty = { from: '', until: '', before: '', on: '', hours: '' }
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? formatDate(value, locale) : String(value),
  ])
  return { ...empty, ...Object.fromEntries(shown) }
}
