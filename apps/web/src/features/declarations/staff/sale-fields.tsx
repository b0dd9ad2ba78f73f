import { MONEY_PLACES, PAYMENT_MEANS } from '@terreau/domain/declarations/payment-means'
import { CURRENCIES, isCurrencyCode } from '@terreau/domain/money/currency'
import { formatRateBp } from '@terreau/i18n/format'
import { countryChoices } from '../../../lib/countries.ts'
import type { FieldErrors } from '../../../lib/field-errors.ts'
import { useLocale } from '../../../lib/locale.ts'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { LineFrame } from './line-frame.tsx'
import type { TypedSale } from './typed-lines.ts'

/** The French rates, and none. */
const VAT_RATES = [0, 210, 550, 1_000, 2_000] as const

interface SaleFieldsProps {
  sale: TypedSale
  n: number
  name: string
  form: FieldErrors
  hasVat: boolean
  onChange: (sale: TypedSale) => void
  onRemove: () => void
}

export function SaleFields({ sale, n, name, form, hasVat, onChange, onRemove }: SaleFieldsProps) {
  const t = useT()
  const locale = useLocale()
  const field = <K extends keyof TypedSale & string>(key: K, label: string) => ({
    name: `${name}${key}`,
    label,
    error: form.errorOf(`${name}${key}`),
  })
  const set = (part: Partial<TypedSale>) => onChange({ ...sale, ...part })
  const currencies = CURRENCIES.map((code) => ({ value: code, label: code }))
  return (
    <LineFrame name={t('review.correct.sale', { n })} onRemove={onRemove}>
      <TextField
        {...field('amountText', t('review.correct.amount'))}
        inputMode="decimal"
        value={sale.amountText}
        onChange={(amountText) => set({ amountText })}
      />
      <SelectField
        {...field('currency', t('review.correct.currency'))}
        value={sale.currency}
        onChange={(code) => isCurrencyCode(code) && set({ currency: code })}
        options={currencies}
      />
      <TextField
        {...field('soldOn', t('review.correct.day'))}
        type="date"
        value={sale.soldOn}
        onChange={(soldOn) => set({ soldOn })}
      />
      <TextField
        {...field('customer', t('review.correct.customer'))}
        isOptional
        value={sale.customer}
        onChange={(customer) => set({ customer })}
      />
      <SelectField
        {...field('customerCountry', t('review.correct.country'))}
        value={sale.customerCountry}
        onChange={(customerCountry) => set({ customerCountry })}
        options={countryChoices(locale, [sale.customerCountry])}
      />
      <SelectField
        {...field('customerKind', t('review.correct.customerKind'))}
        value={sale.customerKind}
        onChange={(kind) => set({ customerKind: kind === 'business' ? 'business' : 'person' })}
        options={(['person', 'business'] as const).map((kind) => ({
          value: kind,
          label: t(`review.correct.${kind}`),
        }))}
      />
      <SelectField
        {...field('paymentMeans', t('review.correct.means'))}
        value={sale.paymentMeans}
        onChange={(text) =>
          set({ paymentMeans: PAYMENT_MEANS.find((means) => means === text) ?? 'other' })
        }
        options={PAYMENT_MEANS.map((means) => ({
          value: means,
          label: t(`review.means.${means}`),
        }))}
      />
      <SelectField
        {...field('moneyPlace', t('review.correct.place'))}
        value={sale.moneyPlace}
        onChange={(place) => set({ moneyPlace: place === 'at_hand' ? 'at_hand' : 'cooperative' })}
        options={MONEY_PLACES.map((place) => ({
          value: place,
          label: t(`review.correct.${place}`),
        }))}
      />
      {hasVat && (
        <>
          <SelectField
            {...field('amountKind', t('review.correct.kind'))}
            value={sale.amountKind}
            onChange={(kind) => set({ amountKind: kind === 'net' ? 'net' : 'gross' })}
            options={(['gross', 'net'] as const).map((kind) => ({
              value: kind,
              label: t(`review.correct.${kind}`),
            }))}
          />
          <SelectField
            {...field('vatRateBp', t('review.correct.vatRate'))}
            value={sale.vatRateBp === null ? '' : String(sale.vatRateBp)}
            onChange={(text) => set({ vatRateBp: text === '' ? null : Number(text) })}
            options={[
              { value: '', label: t('review.correct.vatProposed') },
              ...VAT_RATES.map((rate) => ({
                value: String(rate),
                label: formatRateBp(BigInt(rate), locale),
              })),
            ]}
          />
        </>
      )}
    </LineFrame>
  )
}
