import { lastDay, yearMonth } from '@terreau/domain/time/year-month'
import { formatDate } from '@terreau/i18n/format'
import { type FormEvent, useState } from 'react'
import { useLocale } from '../../../../lib/locale.ts'
import { Button } from '../../../../ui/phone/button.tsx'
import { ErrorSummary } from '../../../../ui/phone/error-summary.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { TextField } from '../../../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../../../ui/phone/use-field-errors.ts'
import { useT } from '../../../../ui/phone/words.ts'
import { ChoiceForm } from '../choice-form.tsx'
import { LineHead } from '../line-head.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard, type Wizard } from '../use-wizard.ts'

const OTHER = 'other'
const SHOWN_DAYS = 7

/** The days of the last week of the month, each one touch; another day is only its number. */
export function DayStep({ kind, index }: { kind: 'sale' | 'expense'; index: number }) {
  const t = useT()
  const locale = useLocale()
  const wizard = useWizard()
  const { sales, expenses } = wizard.state.draft
  const isSale = kind === 'sale'
  const known = (isSale ? sales[index]?.soldOn : expenses[index]?.spentOn) ?? ''
  const days = likelyDays(wizard.view.month)
  const [isOther, setOther] = useState(known !== '' && !days.includes(known))
  const n = index + 1
  const before = stepBefore(wizard, kind, index)
  // A sale like the last one of a customer knows already how it was paid.
  const afterDay = sales[index]?.paymentMeans ? 'argent' : 'paiement'
  const keep = (day: string) => {
    if (isSale) wizard.putSale(index, { soldOn: day })
    else wizard.putExpense(index, { spentOn: day })
    wizard.next(isSale ? `vente/${n}/${afterDay}` : `depense/${n}/recu`)
  }
  if (isOther) return <OtherDay kind={kind} index={index} known={known} onDay={keep} />
  return (
    <Page
      title={t(isSale ? 'declarationsSteps.sale.day.question' : 'declarationsSteps.expense.day')}
      back={wizard.href(wizard.cameFrom ?? before)}
    >
      <LineHead kind={kind} index={index} />
      <ChoiceForm
        isGrid
        value={known}
        options={[
          ...days.map((day) => ({ value: day, label: dayLabel(day, locale) })),
          { value: OTHER, label: t('declarationsSteps.sale.day.other') },
        ]}
        onChoose={(choice) => (choice === OTHER ? setOther(true) : keep(choice))}
      />
      <SavedLine />
    </Page>
  )
}

/** What was asked before the day: the name of the customer, the VAT where it matters, else the price. */
function stepBefore({ state, view }: Wizard, kind: 'sale' | 'expense', index: number): string {
  if (kind === 'sale') return `vente/${index + 1}/nom`
  const category = state.draft.expenses[index]?.category || 'other'
  const part = view.categoriesWithoutVat.includes(category) ? 'montant' : 'tva'
  return `depense/${index + 1}/${part}`
}

interface OtherDayProps {
  kind: 'sale' | 'expense'
  index: number
  known: string
  onDay: (day: string) => void
}

/** The month is known: only the number of the day is asked. */
function OtherDay({ kind, index, known, onDay }: OtherDayProps) {
  const t = useT()
  const wizard = useWizard()
  const [typed, setTyped] = useState(known === '' ? '' : String(Number(known.slice(8))))
  const [isWrong, setWrong] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const wrong = t('declarationsSteps.sale.day.wrong', wizard.words)
  const form = useFieldErrors(null, { day: isWrong ? wrong : null })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const day = dayOf(wizard.view.month, typed)
    setWrong(day === null)
    if (day === null) setAttempt(attempt + 1)
    else onDay(day)
  }
  return (
    <Page
      title={t(
        kind === 'sale' ? 'declarationsSteps.sale.day.question' : 'declarationsSteps.expense.day',
      )}
      back={wizard.href(stepBefore(wizard, kind, index))}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <LineHead kind={kind} index={index} />
      <form noValidate onSubmit={submit}>
        <TextField
          name="day"
          label={t('declarationsSteps.sale.day.otherLabel', wizard.words)}
          hint={t('declarationsSteps.sale.day.otherHint')}
          error={form.errorOf('day')}
          inputMode="numeric"
          maxLength={2}
          value={typed}
          onChange={setTyped}
        />
        <Button>{t('common.continue')}</Button>
      </form>
      <SavedLine />
    </Page>
  )
}

function likelyDays(month: string): string[] {
  const last = Number(lastDay(yearMonth(month)).slice(8))
  return Array.from({ length: SHOWN_DAYS }, (_unused, back) => `${month}-${last - back}`)
}

function dayOf(month: string, typed: string): string | null {
  const day = Number(typed.trim())
  const last = Number(lastDay(yearMonth(month)).slice(8))
  const isDay = /^\d{1,2}$/.test(typed.trim()) && day >= 1 && day <= last
  return isDay ? `${month}-${String(day).padStart(2, '0')}` : null
}

/** "samedi 31": month and year go without saying. */
function dayLabel(day: string, locale: 'fr' | 'en'): string {
  const weekday = formatDate(day, locale, 'weekday').split(/[\s,]/)[0] ?? ''
  return `${weekday} ${Number(day.slice(8))}`
}
