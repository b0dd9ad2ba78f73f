import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { LineHead } from '../line-head.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

const REASONS = ['lost', 'never_given', 'on_paper'] as const

/** Why there is none. It is a mark for the reader, never a wall. */
export function NoReceiptStep({ kind, index }: { kind: 'sale' | 'expense'; index: number }) {
  const t = useT()
  const wizard = useWizard()
  const { sales, expenses } = wizard.state.draft
  const line = kind === 'sale' ? sales[index] : expenses[index]
  const n = index + 1
  return (
    <Page
      title={t('declarationsReceipt.noneQuestion')}
      back={wizard.href(kind === 'sale' ? `vente/${n}/recu` : `depense/${n}/recu`)}
    >
      <LineHead kind={kind} index={index} />
      <ChoiceForm
        value={line?.noReceiptReason ?? ''}
        options={REASONS.map((reason) => ({
          value: reason,
          label: t(`declarationsReceipt.reason.${reason}`),
        }))}
        onChoose={(noReceiptReason) => {
          if (kind === 'sale') wizard.putSale(index, { noReceiptReason })
          else wizard.putExpense(index, { noReceiptReason })
          wizard.next(kind === 'sale' ? 'ventes' : 'depenses/liste')
        }}
      />
      <SavedLine />
    </Page>
  )
}
