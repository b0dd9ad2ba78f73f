import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { MoneyText } from '../../../../ui/money-text.tsx'
import { Card } from '../../../../ui/phone/card.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ownQueries } from '../queries.ts'

/** One figure; the page of the account explains it. */
export function MoneyCard() {
  const t = useT()
  const accounts = useQuery(ownQueries.account()).data ?? []
  if (accounts.length === 0) return null
  return (
    <Card title={t('declarationsHome.money')}>
      {accounts.map((account) => (
        <p key={account.activityId}>
          <span className="hint">
            {accounts.length > 1 ? account.activityName : t('declarationsHome.moneyHint')}
          </span>
          <br />
          <strong className="figure">
            <MoneyText cents={account.shared?.ownCents ?? account.balanceCents} />
          </strong>
        </p>
      ))}
      <Link href="/moi/argent">{t('declarationsHome.moneyDetail')}</Link>
    </Card>
  )
}
