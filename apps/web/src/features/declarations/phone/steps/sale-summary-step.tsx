import { formatDate } from '@terreau/i18n/format'
import { countryName } from '../../../../lib/country-name.ts'
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
  const todo = t('declarationsSteps.toComplete')
  const change = (part: string) => wizard.href(`vente/${n}/${part}?de=vente/${n}`)
  const country = sale.customerCountry === '' ? todo : countryName(sale.customerCountry, locale)
  const rows = [
    {
      label: t('declarationsSales.summary.amount'),
      value: units === null ? todo : <MoneyText cents={units} currency={sale.currency} />,
      changeHref: change('montant'),
    },
    {
      label: t('declarationsSales.summary.customer'),
      value: sale.customerKind === '' ? todo : country,
      changeHref: change('client'),
    },
    {
      label: t('declarationsSales.summary.name'),
      value: sale.customer === '' ? t('declarationsSales.summary.noName') : sale.customer,
      changeHref: change('nom'),
    },
    {
      label: t('declarationsSales.summary.day'),
      value: sale.soldOn === '' ? todo : formatDate(sale.soldOn, locale, 'weekday'),
      changeHref: change('jour'),
    },
    {
      label: t('declarationsSales.summary.means'),
      value: sale.paymentMeans === '' ? todo : t(`declarationsSales.means.${sale.paymentMeans}`),
      changeHref: change('paiement'),
    },
    {
      label: t('declarationsSales.summary.place'),
      value: sale.moneyPlace === '' ? todo : t(`declarationsSales.place.${sale.moneyPlace}`),
      changeHref: change('argent'),
    },
    {
      label: t('declarationsSales.summary.receipt'),
      value: <ReceiptWords line={sale} />,
      changeHref: change('recu'),
    },
  ]
  return (
    <Page title={t('declarationsSteps.sale.title', { n })} back={wizard.href('ventes')}>
      <LinkButton href={wizard.href('ventes')}>{t('declarationsSales.summary.done')}</LinkButton>
      <SummaryList rows={rows} />
      <SavedLine />
    </Page>
  )
}
