import { parseAmount } from '@terreau/domain/money/parse-amount'
import { translate } from '@terreau/i18n/t'
import { type FormEvent, useState } from 'react'
import { useLocale } from '../../../../lib/locale.ts'
import { amountText } from '../../../../ui/amount-text.ts'
import { AmountField } from '../../../../ui/phone/amount-field.tsx'
import { Button } from '../../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { phoneWords, useT } from '../../../../ui/phone/words.ts'
import { AmbiguousAmount } from '../ambiguous-amount.tsx'
import { missingExpensePart } from '../sale-words.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

interface ExpenseAmountStepProps {
  index: number
  /** The price with VAT, or the VAT of the receipt when it has one. */
  part: 'gross' | 'vat'
}

/** An amount of the receipt. A spelling with two meanings is asked, never guessed. */
export function ExpenseAmountStep({ index, part }: ExpenseAmountStepProps) {
  const t = useT()
  const locale = useLocale()
  const catalogue = phoneWords.useCatalogue()
  const wizard = useWizard()
  const expense = wizard.state.draft.expenses[index]
  const isVat = part === 'vat'
  const category = expense?.category || 'other'
  const [text, setText] = useState((isVat ? expense?.vatText : expense?.grossText) ?? '')
  const [readings, setReadings] = useState<readonly [bigint, bigint] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(null, { amount: problem })
  const root = `depense/${index + 1}`

  /** A correction goes back where it came from once all that depends on it is asked. */
  const goOn = (step: string) =>
    wizard.go(wizard.cameFrom === null ? step : `${step}?de=${wizard.cameFrom}`)
  function keepGross(grossText: string) {
    wizard.putExpense(index, { grossText })
    const isVatAbove =
      expense !== undefined && missingExpensePart({ ...expense, grossText }) === 'tva'
    if (wizard.view.categoriesWithoutVat.includes(category)) return wizard.next(`${root}/jour`)
    if (wizard.cameFrom === null || isVatAbove) return goOn(`${root}/tva`)
    wizard.next('')
  }
  function keepVat(vatText: string) {
    // Without VAT there is nothing to recover: the name changes nothing.
    const isNone = vatText.trim() === ''
    wizard.putExpense(index, { vatText, ...(isNone ? { receiptName: '' } : {}) })
    if (isNone) wizard.next(`${root}/jour`)
    else goOn(`${root}/nom`)
  }
  /** The code of what is wrong with an amount that can be read; null when nothing is. */
  function refusalOf(units: bigint): string | null {
    if (units < 0n || (units === 0n && !isVat)) return 'amount-not-positive'
    const gross = parseAmount(expense?.grossText ?? '', 'EUR')
    const isAbove = isVat && gross.kind === 'ok' && units > gross.minorUnits
    return isAbove ? 'vat-above-gross' : null
  }
  function take(typed: string) {
    setText(typed)
    const isEmpty = typed.trim() === ''
    const parsed = parseAmount(typed, 'EUR')
    setReadings(parsed.kind === 'ambiguous' ? parsed.readings : null)
    setProblem(null)
    if (isVat && isEmpty) return keepVat('')
    if (parsed.kind === 'ambiguous') return
    const code = parsed.kind === 'error' ? parsed.code : refusalOf(parsed.minorUnits)
    if (code === null) return isVat ? keepVat(typed) : keepGross(typed)
    const sentence = translate(catalogue, locale, `lineErrors.${code}`)
    setProblem(isEmpty ? t('declarationsExpenses.amount.empty') : sentence)
    setAttempt(attempt + 1)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    take(text)
  }
  return (
    <Page
      title={t(`declarationsExpenses.${isVat ? 'vat' : 'amount'}.question`)}
      back={wizard.href(wizard.cameFrom ?? `${root}/${isVat ? 'montant' : 'quoi'}`)}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {readings !== null && (
        <AmbiguousAmount
          text={text}
          currency="EUR"
          readings={readings}
          onChoose={(units) => take(amountText(String(units), 'EUR', locale))}
        />
      )}
      <form noValidate onSubmit={submit}>
        <AmountField
          name="amount"
          label={t(`declarationsExpenses.${isVat ? 'vat' : 'amount'}.label`)}
          hint={t(`declarationsExpenses.${isVat ? 'vat' : 'amount'}.hint`)}
          isOptional={isVat}
          error={form.errorOf('amount')}
          currency="EUR"
          value={text}
          onChange={setText}
        />
        <Button>{t('common.continue')}</Button>
      </form>
      <SavedLine />
    </Page>
  )
}
