import { useQuery } from '@tanstack/react-query'
import { Card } from '../../ui/phone/card.tsx'
import { useT } from '../../ui/phone/words.ts'
import { ownSignatureQueries } from './own-queries.ts'

/** The own dates that matter, in plain words, each with its sum on demand. */
export function OwnDates() {
  const t = useT()
  const { data } = useQuery(ownSignatureQueries.dates())
  if (data === undefined || data.dates.length === 0) return null
  return (
    <Card title={t('signaturesPhone.dates.title')}>
      <ul className="own-dates">
        {data.dates.map((date) => (
          <li key={date.id}>
            {date.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {date.daysLeft > 0 && (
              <p className="dimmed">{t('signaturesPhone.dates.left', { count: date.daysLeft })}</p>
            )}
            <details>
              <summary>
                {t('signaturesPhone.dates.why')}
                <span className="visually-hidden"> {date.name}</span>
              </summary>
              <p>{date.why}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  )
}
