import { Button } from '@mantine/core'
import {
  CURRENCIES,
  FIXED_PARITIES,
  isCurrencyCode,
  isUnitsPerEuro,
} from '@terreau/domain/money/currency'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useEnterRate } from './mutations.ts'

type Currency = Api['PUT /exchange-rates/:month/:currency']['params']['currency']
const FLOATING = CURRENCIES.filter((code) => FIXED_PARITIES[code] === undefined)

/** One currency, one month. Entering the same again corrects it, until an account uses it. */
export function RateForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const names = useCurrencyNames()
  const [month, setMonth] = useState(todayInZone().slice(0, 7))
  const [currency, setCurrency] = useState<Currency>('USD')
  const [typed, setTyped] = useState('')
  const [source, setSource] = useState('')
  const [attempt, setAttempt] = useState(0)
  const enter = useEnterRate()
  const unitsPerEuro = typed.replaceAll(/\s/g, '').replace(',', '.')
  const local = {
    month: month === '' ? t('settings.missing', { label: t('settings.rates.month') }) : null,
    unitsPerEuro: isUnitsPerEuro(unitsPerEuro) ? null : t('fieldErrors.rate-not-understood'),
    source:
      source.trim() === '' ? t('settings.missing', { label: t('settings.rates.source') }) : null,
  }
  const form = useFieldErrors(enter.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.values(local).some((slip) => slip !== null)) return
    afterWrite(
      enter.mutateAsync({ params: { month, currency }, body: { unitsPerEuro, source } }),
      onDone,
    )
  }
  return (
    <section className="panel" aria-label={t('settings.rates.enter')}>
      <Form
        onSubmit={save}
        submitLabel={t('settings.save')}
        isBusy={enter.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="subtle" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        }
      >
        <TextField
          name="month"
          type="month"
          label={t('settings.rates.month')}
          value={month}
          onChange={setMonth}
          error={form.errorOf('month')}
        />
        <SelectField
          name="currency"
          label={t('settings.rates.currency')}
          value={currency}
          onChange={(code) => isCurrencyCode(code) && setCurrency(code)}
          options={FLOATING.map((code) => ({ value: code, label: names(code) }))}
        />
        <TextField
          name="unitsPerEuro"
          inputMode="decimal"
          label={t('settings.rates.units')}
          hint={t('settings.rates.unitsHint')}
          value={typed}
          onChange={setTyped}
          error={form.errorOf('unitsPerEuro')}
        />
        <TextField
          name="source"
          label={t('settings.rates.source')}
          hint={t('settings.rates.sourceHint')}
          value={source}
          onChange={setSource}
          error={form.errorOf('source')}
        />
      </Form>
    </section>
  )
}

/** "USD – dollar des États-Unis", in the language shown. */
function useCurrencyNames(): (code: string) => string {
  const locale = useLocale()
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return (code) => `${code} – ${names.of(code) ?? code}`
}
