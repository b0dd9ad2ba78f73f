import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { payQueries } from './queries.ts'

/** The files of the month that left, the latest first: by whom, and which bytes they were. */
export function ExportsSection({ month }: { month: string }) {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(payQueries.exports(month))
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.length === 0) return null
  return (
    <section aria-labelledby="pay-exports">
      <h2 id="pay-exports">{t('pay.month.exports')}</h2>
      <ul className="pay-exports">
        {data.map((one) => (
          <li key={one.id}>
            {t('pay.month.exportLine', {
              file: one.fileName,
              when: formatInstant(one.exportedAt, locale),
              who: one.exportedBy,
            })}{' '}
            {t('pay.month.exportLines', { count: one.lines })}{' '}
            {!one.isCurrent && <Badge color="orange">{t('pay.month.exportOutdated')}</Badge>}
            <span className="dimmed">
              {t('pay.month.exportHash')} <code>{one.sha256}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
