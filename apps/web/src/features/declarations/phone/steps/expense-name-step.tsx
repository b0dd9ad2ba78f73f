import { RECEIPT_NAMES, type ReceiptName } from '@terreau/domain/expenses/vat-recovery'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** In whose name the receipt is: only then does its VAT come back. Staff read it when nobody knows. */
export function ExpenseNameStep({ index }: { index: number }) {
  const t = useT()
  const wizard = useWizard()
  const root = `depense/${index + 1}`
  const names: { value: Exclude<ReceiptName, ''> | 'unknown'; label: string }[] = [
    ...RECEIPT_NAMES.map((value) => ({ value, label: t(`declarationsExpenses.name.${value}`) })),
    { value: 'unknown', label: t('declarationsExpenses.name.unknown') },
  ]
  return (
    <Page
      title={t('declarationsExpenses.name.question')}
      hint={t('declarationsExpenses.name.hint')}
      back={wizard.href(wizard.cameFrom ?? `${root}/tva`)}
    >
      <ChoiceForm
        value={wizard.state.draft.expenses[index]?.receiptName ?? ''}
        options={names}
        onChoose={(name) => {
          wizard.putExpense(index, { receiptName: name === 'unknown' ? '' : name })
          wizard.next(`${root}/jour`)
        }}
      />
      <SavedLine />
    </Page>
  )
}
