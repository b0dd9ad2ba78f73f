import { EXPENSE_CATEGORIES, type ExpenseCategory } from '@terreau/domain/expenses/vat-recovery'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** What most people pay for; the rest is one touch further. */
const COMMON: readonly ExpenseCategory[] = [
  'supplies',
  'production_purchase',
  'restaurant',
  'train',
  'car_fuel',
  'phone',
]
const REST = EXPENSE_CATEGORIES.filter((category) => !COMMON.includes(category))

/** What was paid, in plain words; kilometres are asked in their own way. */
export function ExpenseKindStep({ index, isMore }: { index: number; isMore: boolean }) {
  const t = useT()
  const wizard = useWizard()
  const { expenses, trips } = wizard.state.draft
  const withoutVat = wizard.view.categoriesWithoutVat
  const known = expenses[index]
  const root = known === undefined ? 'depenses' : `depense/${index + 1}`
  const choose = (choice: ExpenseCategory | 'kilometres' | 'more') => {
    const from = wizard.cameFrom === null ? '' : `?de=${wizard.cameFrom}`
    if (choice === 'more') return wizard.go(`${root}/plus${from}`)
    if (choice === 'kilometres') return wizard.go(`trajet/${trips.length + 1}`)
    const isAsked = !withoutVat.includes(choice)
    const isNewlyAsked = isAsked && withoutVat.includes(known?.category || 'other')
    wizard.putExpense(index, {
      category: choice,
      ...(isAsked ? {} : { vatText: '', receiptName: '' }),
    })
    if (isNewlyAsked && from !== '') return wizard.go(`${root}/tva${from}`)
    wizard.next(`depense/${index + 1}/montant`)
  }
  const categories = isMore ? REST : COMMON
  const options = categories.map((category) => ({
    value: category as ExpenseCategory | 'kilometres' | 'more',
    label: t(`declarationsCategory.${category}`),
  }))
  if (!isMore) {
    options.push({ value: 'kilometres', label: t('declarationsExpenses.kilometres') })
    options.push({ value: 'more', label: t('declarationsExpenses.more') })
  }
  const first = expenses.length + trips.length === 0 ? 'depenses' : 'depenses/liste'
  const before = isMore ? `${root}/quoi` : first
  return (
    <Page title={t('declarationsExpenses.what')} back={wizard.href(wizard.cameFrom ?? before)}>
      <ChoiceForm isGrid value={known?.category ?? ''} options={options} onChoose={choose} />
      <SavedLine />
    </Page>
  )
}
