import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { useT } from '../../ui/phone/words.ts'
import type { OwnMonth } from './queries.ts'

/** A month: what it brings, what remains, whether it can still change. */
export function MonthCard({ month, href }: { month: OwnMonth; href: string }) {
  const t = useT()
  const locale = useLocale()
  const movement = BigInt(month.movementCents)
  const isLoss = movement < 0n
  return (
    <Link className="month-link" href={href}>
      <span className="row">
        <b>{firstUpper(formatMonth(month.month, locale))}</b>
        <span className="hint">
          {t(month.isClosed ? 'account.state.closed' : 'account.state.open')}
        </span>
      </span>
      <span className="row">
        {t(isLoss ? 'account.months.movementNegative' : 'account.months.movement')}
        <MoneyText cents={(isLoss ? -movement : movement).toString()} />
      </span>
      <span className="row">
        {t('account.months.after')}
        <MoneyText cents={month.balanceCents} />
      </span>
    </Link>
  )
}
