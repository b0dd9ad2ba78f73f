import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { firstUpper } from '../../../../lib/first-upper.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { useT } from '../../../../ui/phone/words.ts'
import { declareHref } from '../month-links.ts'
import type { OwnMonth } from '../queries.ts'

/** The other months that can still be declared, quietly. */
export function AlsoToDeclare(props: { months: readonly OwnMonth[]; others: readonly OwnMonth[] }) {
  const { months, others } = props
  const t = useT()
  const locale = useLocale()
  if (others.length === 0) return null
  const isOnly = months.every((month) => month.activityId === months[0]?.activityId)
  return (
    <section aria-labelledby="also">
      <h2 id="also">{t('declarationsHome.alsoTitle')}</h2>
      <ul className="plain-list">
        {others.map((month) => (
          <li key={`${month.month}${month.activityId}`}>
            <Link href={declareHref(month, months)}>
              {firstUpper(formatMonth(month.month, locale))}
              {isOnly ? '' : ` · ${month.activityName}`}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
