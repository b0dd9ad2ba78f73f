import { MoneyText } from '../../../ui/money-text.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Account } from './queries.ts'

/** The three figures that matter: what came in, what was spent, what is left. */
export function ResultFigures({ account }: { account: Account }) {
  const t = useT()
  const result = BigInt(account.resultCents)
  const isShort = result < 0n
  const figures = [
    { label: t('sharedServices.result.resources'), cents: account.resourcesCents },
    { label: t('sharedServices.result.charges'), cents: account.chargesCents },
    {
      label: t(`sharedServices.result.${isShort ? 'short' : 'left'}`),
      cents: (isShort ? -result : result).toString(),
    },
  ]
  return (
    <dl className="shared-result">
      {figures.map(({ label, cents }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <MoneyText cents={cents} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
