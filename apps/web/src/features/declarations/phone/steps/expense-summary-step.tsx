import { formatDate } from '@terreau/i18n/format'
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

/** One expense, line by line. */
export function ExpenseSummaryStep({ index }: { index: number }) {
  const t = useT()
  const locale = useLocale()
  const wizard = useWizard()
  const expense = wizard.state.draft.expenses[index]
  if (expense === undefined) return null
  const n = index + 1
  const todo = t('declarationsSteps.toComplete')
  const gross = typedUnits(expense.grossText, 'EUR')
  const vat = typedUnits(expense.vatText, 'EUR')
  const change = (part: string) => wizard.href(`depense/${n}/${part}?de=depense/${n}`)
  const rows = [
    {
      label: t('declarationsExpenses.summary.what'),
      value: expense.category === '' ? todo : t(`declarationsCategory.${expense.category}`),
      changeHref: change('quoi'),
    },
    {
      label: t('declarationsExpenses.summary.amount'),
      value: gross === null ? todo : <MoneyText cents={gross} />,
      changeHref: change('montant'),
    },
    ...(!wizard.view.categoriesWithoutVat.includes(expense.category || 'other')
      ? [
          {
            label: t('declarationsExpenses.summary.vat'),
            value:
              vat === null ? t('declarationsExpenses.summary.noVat') : <MoneyText cents={vat} />,
            changeHref: change('tva'),
          },
        ]
      : []),
    ...(vat === null
      ? []
      : [
          {
            label: t('declarationsExpenses.summary.name'),
            value: t(`declarationsExpenses.name.${expense.receiptName || 'unknown'}`),
            changeHref: change('nom'),
          },
        ]),
    {
      label: t('declarationsExpenses.summary.day'),
      value: expense.spentOn === '' ? todo : formatDate(expense.spentOn, locale, 'weekday'),
      changeHref: change('jour'),
    },
    {
      label: t('declarationsExpenses.summary.receipt'),
      value: <ReceiptWords line={expense} />,
      changeHref: change('recu'),
    },
  ]
  return (
    <Page title={t('declarationsSteps.expense.title', { n })} back={wizard.href('depenses/liste')}>
      <LinkButton href={wizard.href('depenses/liste')}>
        {t('declarationsExpenses.summary.done')}
      </LinkButton>
      <SummaryList rows={rows} />
      <SavedLine />
    </Page>
  )
}
