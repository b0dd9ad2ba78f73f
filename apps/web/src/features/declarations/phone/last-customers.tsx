import { formatCents, formatForeign } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { useT } from '../../../ui/phone/words.ts'
import type { MonthView } from './queries.ts'
import { useWizard } from './use-wizard.ts'

type Customer = MonthView['customers'][number]

/** Customers of the last months: one touch fills in who, how much and how. */
export function LastCustomers({ onChoose }: { onChoose: (customer: Customer) => void }) {
  const t = useT()
  const locale = useLocale()
  const { view, state } = useWizard()
  const known = new Set(view.currencies.map((currency) => currency.code))
  const already = new Set(state.draft.sales.map((sale) => sale.customer))
  const customers = view.customers.filter(
    (customer) => known.has(customer.currency) && !already.has(customer.customer),
  )
  if (customers.length === 0) return null
  return (
    <section aria-labelledby="last-customers">
      <h2 id="last-customers">{t('declarationsMoney.amount.repeatTitle')}</h2>
      {customers.map((customer) => (
        <Button
          key={customer.customer}
          type="button"
          look="secondary"
          onClick={() => onChoose(customer)}
        >
          {t('declarationsMoney.amount.repeat', {
            customer: customer.customer,
            amount:
              customer.currency === 'EUR'
                ? formatCents(BigInt(customer.amountMinor), locale)
                : formatForeign(BigInt(customer.amountMinor), customer.currency, locale),
          })}
        </Button>
      ))}
    </section>
  )
}
