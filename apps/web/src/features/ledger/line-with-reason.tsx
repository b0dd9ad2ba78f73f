import { describeLine } from '@terreau/i18n/account-lines'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { useT } from '../../ui/phone/words.ts'
import type { AccountLine } from './queries.ts'

/** One amount, and the sentence that says why. The sentences are those of the printed statement. */
export function LineWithReason({ line }: { line: AccountLine }) {
  const t = useT()
  const locale = useLocale()
  const { label, why } = describeLine(locale, { ...line, bookedMonth: line.month })
  return (
    <article className="account-line">
      <h3>{label}</h3>
      <p className="effect">
        <MoneyText cents={line.effectCents} />
      </p>
      <p className="hint">
        {t('account.month.remains')} <MoneyText cents={line.balanceCents} />
      </p>
      {why !== '' && (
        <details>
          <summary>
            {t('account.month.why')}
            <span className="visually-hidden"> {label}</span>
          </summary>
          <p>{why}</p>
        </details>
      )}
    </article>
  )
}
