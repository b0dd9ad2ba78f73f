import { Alert } from '@mantine/core'
import { formatDate, formatList, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { Amendment } from './queries.ts'

/** Months that were accepted, paid or closed before: what signing asks to do again, said before it is sent. */
export function AmendmentEffects({ effects }: { effects: NonNullable<Amendment['effects']> }) {
  const t = useT()
  const locale = useLocale()
  const { openFrom, again, settled, paid, exported } = effects
  const closed = settled.filter((one) => one.isClosed)
  if (openFrom === null && [again, paid, exported].every((months) => months.length === 0))
    return null
  const months = (list: readonly string[]) =>
    formatList(
      list.map((month) => formatMonth(month, locale)),
      locale,
    )
  const settledMonths = settled.map(({ month }) => month)
  return (
    <Alert color="orange" mb="md" title={t('amendments.effects.title')}>
      <ul className="amendment-effects">
        {openFrom !== null && (
          <li>{t('amendments.effects.monthClosed', { date: formatDate(openFrom, locale) })}</li>
        )}
        {again.map(({ month, declarationId, was, now }) => (
          <li key={declarationId}>
            {t('amendments.effects.again', { month: formatMonth(month, locale), was, now })}{' '}
            <Link href={`/gestion/declarations/${declarationId}`}>
              {t('amendments.effects.open', { month: formatMonth(month, locale) })}
            </Link>
          </li>
        ))}
        {settled.length > 0 && (
          <li>
            {t('amendments.effects.settled', {
              count: settled.length,
              months: months(settledMonths),
            })}
          </li>
        )}
        {closed.length > 0 && (
          <li>
            {t('amendments.effects.closed', { months: months(closed.map(({ month }) => month)) })}
          </li>
        )}
        {paid.length > 0 && <li>{t('amendments.effects.paid', { months: months(paid) })}</li>}
        {exported.length > 0 && (
          <li>{t('amendments.effects.exported', { months: months(exported) })}</li>
        )}
      </ul>
    </Alert>
  )
}
