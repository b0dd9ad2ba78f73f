import {
  EXPENSE_CATEGORIES,
  isExpenseCategory,
  RECEIPT_NAMES,
} from '@terreau/domain/expenses/vat-recovery'
import type { FieldErrors } from '../../../lib/field-errors.ts'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { LineFrame } from './line-frame.tsx'
import type { TypedExpense } from './typed-lines.ts'

interface ExpenseFieldsProps {
  expense: TypedExpense
  n: number
  name: string
  form: FieldErrors
  onChange: (expense: TypedExpense) => void
  onRemove: () => void
}

export function ExpenseFields({ expense, n, name, form, onChange, onRemove }: ExpenseFieldsProps) {
  const t = useT()
  const field = (key: keyof TypedExpense & string, label: string) => ({
    name: `${name}${key}`,
    label,
    error: form.errorOf(`${name}${key}`),
  })
  const set = (part: Partial<TypedExpense>) => onChange({ ...expense, ...part })
  return (
    <LineFrame name={t('review.correct.expense', { n })} onRemove={onRemove}>
      <SelectField
        {...field('category', t('review.correct.category'))}
        value={expense.category}
        onChange={(category) => isExpenseCategory(category) && set({ category })}
        options={EXPENSE_CATEGORIES.map((category) => ({
          value: category,
          label: t(`review.category.${category}`),
        }))}
      />
      <TextField
        {...field('label', t('review.correct.label'))}
        isOptional
        value={expense.label}
        onChange={(label) => set({ label })}
      />
      <TextField
        {...field('grossText', t('review.correct.gross_paid'))}
        inputMode="decimal"
        value={expense.grossText}
        onChange={(grossText) => set({ grossText })}
      />
      <TextField
        {...field('vatText', t('review.correct.vat'))}
        isOptional
        inputMode="decimal"
        value={expense.vatText}
        onChange={(vatText) => set({ vatText })}
      />
      <TextField
        {...field('spentOn', t('review.correct.day'))}
        type="date"
        value={expense.spentOn}
        onChange={(spentOn) => set({ spentOn })}
      />
      <SelectField
        {...field('receiptName', t('review.correct.receiptName'))}
        value={expense.receiptName ?? ''}
        onChange={(text) => set({ receiptName: RECEIPT_NAMES.find((one) => one === text) ?? '' })}
        options={[
          { value: '', label: t('review.receiptName.unknown') },
          ...RECEIPT_NAMES.map((value) => ({ value, label: t(`review.receiptName.${value}`) })),
        ]}
      />
      <SelectField
        {...field('noReceiptReason', t('review.correct.noReceipt'))}
        value={expense.noReceiptReason === 'on_paper' ? 'on_paper' : ''}
        onChange={(text) => set({ noReceiptReason: text === 'on_paper' ? 'on_paper' : '' })}
        options={[
          { value: '', label: t('review.correct.receiptAsIs') },
          { value: 'on_paper', label: t('review.correct.onPaper') },
        ]}
      />
    </LineFrame>
  )
}
