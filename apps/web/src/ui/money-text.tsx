import { formatCents, formatForeign } from '@terreau/i18n/format'
import { useLocale } from '../lib/locale.ts'

interface MoneyTextProps {
  /** Cents as on the wire ("123456"), or minor units of `currency`. */
  cents: string
  currency?: string
}

/** An amount: aligned figures, never cut across lines. */
export function MoneyText({ cents, currency = 'EUR' }: MoneyTextProps) {
  const locale = useLocale()
  const amount = BigInt(cents)
  const text =
    currency === 'EUR' ? formatCents(amount, locale) : formatForeign(amount, currency, locale)
  return <span data-money={currency}>{text}</span>
}
