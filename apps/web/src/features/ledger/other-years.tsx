import { Link } from 'wouter'
import { useT } from '../../ui/phone/words.ts'
import { yearsOf } from './own-places.ts'
import type { OwnAccount } from './queries.ts'

/** The doors to each year of a long account: one touch opens them, one more is there. */
export function OtherYears({ account }: { account: OwnAccount }) {
  const t = useT()
  if (account.nextBefore === null) return null
  return (
    <details className="on-day">
      <summary>{t('account.year.open')}</summary>
      <ul className="years">
        {yearsOf([account]).map((year) => (
          <li key={year}>
            <Link className="year-link" href={`/moi/argent/${year}`}>
              {year}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
