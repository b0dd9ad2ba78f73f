import { formatDate } from '@terreau/i18n/format'
import { countryChoices } from '../../../../lib/countries.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { MoneyText } from '../../../../ui/money-text.tsx'
import { LinkButton } from '../../../../ui/phone/button.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { SummaryList } from '../../../../ui/phone/summary-list.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ReceiptWords } from '../receipt-words.tsx'
import { typedUnits } from '../sale-words.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** One sale, line by line, each with its own "Changer". */
export function SaleSummaryStep({ index }: { index: number }) {
  const t = useT()
  const locale = useLocale()
  const wizard = useWizard()
  const sale = wizard.state.draft.sales[index]
  if (sale === undefined) return null
  const n = index + 1
  const units = typedUnits(sale.amountText, sale.currency)
  const todo = t('declarationsSteps.sale.summary.toComplete')
  const change = (part: string) => wizard.href(`vente/${n}/${part}?de=vente/${n}`)
  const country = countryChoices(locale, []).find(({ value }) => value === sale.customerCountry)
  const customer = [sale.customer, country?.label].filter(Boolean).join(', ')
  const rows = [
    {
      label: t('declarationsSteps.sale.summary.amount'),
      value: units === null ? todo : <MoneyText cents={units} currency={sale.currency} />,
      changeHref: change('montant'),
    },
    {
      label: t('declarationsSteps.sale.summary.customer'),
      value: customer === '' ? todo : customer,
      changeHref: change('client'),
    },
    {
      label: t('declarationsSteps.sale.summary.day'),
      value: sale.soldOn === '' ? todo : formatDate(sale.soldOn, locale, 'weekday'),
      changeHref: change('jour'),
    },
    {
      label: t('declarationsSteps.sale.summary.means'),
      value:
        sale.paymentMeans === '' ? todo : t(`declarationsSteps.sale.means.${sale.paymentMeans}`),
      changeHref: change('paiement'),
    },
    {
      label: t('declarationsSteps.sale.summary.place'),
      value: sale.moneyPlace === '' ? todo : t(`declarationsSteps.sale.place.${sale.moneyPlace}`),
      changeHref: change('argent'),
    },
    {
      label: t('declarationsSteps.sale.summary.receipt'),
      value: <ReceiptWords line={sale} />,
      changeHref: change('recu'),
    },
  ]
  return (
    <Page title={t('declarationsSteps.sale.title', { n })} back={wizard.href('ventes')}>
      <LinkButton href={wizard.href('ventes')}>
        {t('declarationsSteps.sale.summary.done')}
      </LinkButton>
      <SummaryList rows={rows} />
      <SavedLine />
    </Page>
  )
}
