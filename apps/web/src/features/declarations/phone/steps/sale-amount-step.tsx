import { isPaymentMeans } from '@terreau/domain/declarations/payment-means'
import { type CurrencyCode, isCurrencyCode } from '@terreau/domain/money/currency'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import { findMessage } from '@terreau/i18n/t'
import { type FormEvent, useState } from 'react'
import { useLocale } from '../../../../lib/locale.ts'
import { amountText as amountToText } from '../../../../ui/amount-text.ts'
import { AmountField } from '../../../../ui/phone/amount-field.tsx'
import { Button } from '../../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { SelectField } from '../../../../ui/phone/select-field.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { phoneWords, useT } from '../../../../ui/phone/words.ts'
import { AmbiguousAmount } from '../ambiguous-amount.tsx'
import { currencyChoices } from '../currency-choices.ts'
import { LastCustomers } from '../last-customers.tsx'
import type { MonthView, SaleDraft } from '../queries.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard, usualCurrency } from '../use-wizard.ts'

type Customer = MonthView['customers'][number]

/** How much, in which money. A spelling with two meanings is asked, never guessed. */
export function SaleAmountStep({ index }: { index: number }) {
  const t = useT()
  const locale = useLocale()
  const catalogue = phoneWords.useCatalogue()
  const wizard = useWizard()
  const { draft } = wizard.state
  const sale = draft.sales[index]
  const [text, setText] = useState(sale?.amountText ?? '')
  const [currency, setCurrency] = useState<CurrencyCode>(
    sale?.currency ?? usualCurrency(draft, wizard.view),
  )
  const [readings, setReadings] = useState<readonly [bigint, bigint] | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(null, { amount: code === null ? null : errorText(code) })
  const n = index + 1

  function errorText(problem: string): string {
    if (problem === 'amount-empty') return t('declarationsMoney.amount.empty')
    const message = findMessage(catalogue, `lineErrors.${problem}`)
    return typeof message === 'string' ? message : t('declarationsMoney.amount.empty')
  }
  function keep(amountText: string, from?: Customer) {
    const known: Partial<SaleDraft> =
      from === undefined
        ? {}
        : {
            customer: from.customer,
            customerCountry: from.customerCountry,
            customerKind: from.customerKind,
            paymentMeans: isPaymentMeans(from.paymentMeans) ? from.paymentMeans : '',
          }
    wizard.putSale(index, { amountText, currency: from?.currency ?? currency, ...known })
    wizard.next(from ? `vente/${n}/jour` : `vente/${n}/client`)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = parseAmount(text, currency)
    setReadings(parsed.kind === 'ambiguous' ? parsed.readings : null)
    if (parsed.kind === 'ambiguous') return setCode(null)
    const problem = parsed.kind === 'error' ? parsed.code : null
    const refused =
      problem ?? (parsed.kind === 'ok' && parsed.minorUnits === 0n ? 'amount-zero' : null)
    setCode(refused)
    if (refused === null) keep(text)
    else setAttempt(attempt + 1)
  }
  return (
    <Page
      title={t('declarationsMoney.amount.question')}
      back={wizard.href(wizard.cameFrom ?? (draft.sales.length === 0 ? '' : 'ventes'))}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {readings !== null && (
        <AmbiguousAmount
          text={text}
          currency={currency}
          readings={readings}
          onChoose={(units) => keep(amountToText(String(units), currency, locale))}
        />
      )}
      <form noValidate onSubmit={submit}>
        <div className={form.hasErrors ? undefined : 'fields-row'}>
          <AmountField
            name="amount"
            label={t('declarationsMoney.amount.label')}
            error={form.errorOf('amount')}
            value={text}
            currency={currency}
            onChange={setText}
          />
          <SelectField
            name="currency"
            label={t('declarationsMoney.amount.currency')}
            value={currency}
            onChange={(value) => isCurrencyCode(value) && setCurrency(value)}
            options={currencyChoices(wizard.view, { first: currency, catalogue, locale })}
          />
        </div>
        <p className="hint">{t('declarationsMoney.amount.hint')}</p>
        <Button>{t('common.continue')}</Button>
      </form>
      {sale === undefined && (
        <LastCustomers
          onChoose={(customer) =>
            keep(amountToText(customer.amountMinor, customer.currency, locale), customer)
          }
        />
      )}
      <p className="hint">{t('declarationsMoney.amount.otherCurrency')}</p>
      <SavedLine />
    </Page>
  )
}
