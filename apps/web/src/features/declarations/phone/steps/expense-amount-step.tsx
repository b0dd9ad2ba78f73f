import { RECEIPT_NAMES } from '@terreau/domain/expenses/vat-recovery'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import { formatCents } from '@terreau/i18n/format'
import { translate } from '@terreau/i18n/t'
import { type FormEvent, useState } from 'react'
import { useLocale } from '../../../../lib/locale.ts'
import { AmountField } from '../../../../ui/phone/amount-field.tsx'
import { Button } from '../../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { RadioChips } from '../../../../ui/phone/radio-chips.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { phoneWords, useT } from '../../../../ui/phone/words.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** The price with VAT, and the VAT of the receipt when there is one. */
export function ExpenseAmountStep({ index }: { index: number }) {
  const t = useT()
  const locale = useLocale()
  const catalogue = phoneWords.useCatalogue()
  const wizard = useWizard()
  const expense = wizard.state.draft.expenses[index]
  const [gross, setGross] = useState(expense?.grossText ?? '')
  const [vat, setVat] = useState(expense?.vatText ?? '')
  const [receiptName, setReceiptName] = useState(expense?.receiptName ?? '')
  const [attempt, setAttempt] = useState(0)
  const [errors, setErrors] = useState<{ gross?: string; vat?: string }>({})
  const form = useFieldErrors(null, errors)

  const sentence = (code: string, params = {}) =>
    translate(catalogue, locale, `lineErrors.${code}`, params)
  function problemOf(text: string): string | null {
    const parsed = parseAmount(text, 'EUR')
    if (parsed.kind === 'error') return sentence(parsed.code)
    if (parsed.kind === 'ok') return parsed.minorUnits > 0n ? null : sentence('amount-not-positive')
    const [decimal, thousands] = parsed.readings.map((units) => formatCents(units, locale))
    return sentence('amount-ambiguous', { decimal, thousands })
  }
  function check(): { gross?: string; vat?: string } {
    if (gross.trim() === '') return { gross: t('declarationsSteps.expense.amount.empty') }
    const grossProblem = problemOf(gross)
    if (grossProblem !== null) return { gross: grossProblem }
    if (vat.trim() === '') return {}
    const vatParsed = parseAmount(vat, 'EUR')
    const grossParsed = parseAmount(gross, 'EUR')
    if (vatParsed.kind !== 'ok') return { vat: problemOf(vat) ?? '' }
    const isAbove = grossParsed.kind === 'ok' && vatParsed.minorUnits > grossParsed.minorUnits
    if (vatParsed.minorUnits < 0n) return { vat: sentence('amount-not-positive') }
    return isAbove ? { vat: sentence('vat-above-gross') } : {}
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = check()
    setErrors(found)
    if (Object.keys(found).length > 0) return setAttempt(attempt + 1)
    wizard.putExpense(index, {
      grossText: gross,
      vatText: vat,
      // Without VAT there is nothing to recover: the name changes nothing.
      receiptName: vat.trim() === '' ? '' : receiptName,
    })
    wizard.next(`depense/${index + 1}/jour`)
  }
  return (
    <Page
      title={t('declarationsSteps.expense.amount.question')}
      back={wizard.href(wizard.cameFrom ?? `depense/${index + 1}/quoi`)}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <form noValidate onSubmit={submit}>
        <AmountField
          name="gross"
          label={t('declarationsSteps.expense.amount.label')}
          hint={t('declarationsSteps.expense.amount.hint')}
          error={form.errorOf('gross')}
          currency="EUR"
          value={gross}
          onChange={setGross}
        />
        <AmountField
          name="vat"
          label={t('declarationsSteps.expense.amount.vat')}
          isOptional
          error={form.errorOf('vat')}
          currency="EUR"
          value={vat}
          onChange={setVat}
        />
        {vat.trim() !== '' && (
          <RadioChips
            name="receiptName"
            legend={t('declarationsSteps.expense.name.question')}
            hint={t('declarationsSteps.expense.name.hint')}
            isOptional
            value={receiptName}
            onChange={setReceiptName}
            options={RECEIPT_NAMES.map((value) => ({
              value,
              label: t(`declarationsSteps.expense.name.${value}`),
            }))}
          />
        )}
        <Button>{t('common.continue')}</Button>
      </form>
      <SavedLine />
    </Page>
  )
}
