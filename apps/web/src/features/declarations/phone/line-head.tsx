import { MoneyText } from '../../../ui/money-text.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { typedUnits } from './sale-words.ts'
import { useWizard } from './use-wizard.ts'

/** "Vente 2 : 1 250,50 €": which line the question is about. */
export function LineHead({ kind, index }: { kind: 'sale' | 'expense'; index: number }) {
  const t = useT()
  const { state } = useWizard()
  const { sales, expenses } = state.draft
  const sale = sales[index]
  const expense = expenses[index]
  const n = index + 1
  const isSale = kind === 'sale'
  const currency = isSale ? (sale?.currency ?? 'EUR') : 'EUR'
  const text = isSale ? sale?.amountText : expense?.grossText
  const units = text === undefined ? null : typedUnits(text, currency)
  return (
    <p className="line-head">
      {isSale
        ? t('declarationsSteps.sale.step', { n })
        : t('declarationsSteps.expense.step', { n })}
      {units !== null && (
        <>
          {' · '}
          <MoneyText cents={units} currency={currency} />
        </>
      )}
    </p>
  )
}
