/** The two languages of the product. */
export type FormatLocale = 'fr' | 'en'
export type DateStyle = 'long' | 'short' | 'weekday'

/** `123450n` prints `1 234,50 €`. Exact: the amount never becomes a floating-point number. */
export function formatCents(cents: bigint, locale: FormatLocale): string {
  return formatForeign(cents, 'EUR', locale)
}

/** An amount in minor units of its currency: `655957n` XOF prints `655 957 F CFA`. */
export function formatForeign(minorUnits: bigint, currency: string, locale: FormatLocale): string {
  const formatter = currencyFormatter(currency, locale)
  const decimals = formatter.resolvedOptions().maximumFractionDigits ?? 2
  return withRealMinus(formatter.format(decimalText(minorUnits, decimals)))
}

/** An exact decimal such as `655.957`, printed with every digit it was given. */
export function formatDecimal(text: string, locale: FormatLocale): string {
  const fractionDigits = text.split('.')[1]?.length ?? 0
  const formatter = memo(`decimal|${fractionDigits}|${locale}`, () => {
    return new Intl.NumberFormat(LOCALE_TAGS[locale], {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    })
  })
  return withRealMinus(formatter.format(asNumericLiteral(text)))
}

/** `1350n` basis points print `13,5 %`. */
export function formatRateBp(bp: bigint, locale: FormatLocale): string {
  const formatter = memo(`percent|${locale}`, () => {
    return new Intl.NumberFormat(LOCALE_TAGS[locale], {
      style: 'percent',
      maximumFractionDigits: 2,
    })
  })
  return withRealMinus(formatter.format(decimalText(bp, 4)))
}

/** A calendar day `YYYY-MM-DD`. French says "1er" for the first of a month; `Intl` does not. */
export function formatDate(date: string, locale: FormatLocale, style: DateStyle = 'long'): string {
  const formatter = dateFormatter(`date|${style}|${locale}`, locale, DATE_STYLES[style])
  const text = formatter.format(utcDay(date))
  return style === 'short' ? text : withFrenchFirst(text, locale)
}

/** A month `YYYY-MM`: `octobre 2026`. */
export function formatMonth(month: string, locale: FormatLocale): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return dateFormatter(`month|${locale}`, locale, options).format(utcDay(`${month}-01`))
}

/** A month of any year, 1 for January: `septembre`. */
export function formatMonthOfYear(month: number, locale: FormatLocale): string {
  const options = { month: 'long', timeZone: 'UTC' } as const
  const formatter = dateFormatter(`month-of-year|${locale}`, locale, options)
  return formatter.format(utcDay(`2026-${String(month).padStart(2, '0')}-01`))
}

/** A moment, given as ISO 8601 text, on the clocks of a zone: `12 octobre 2026 à 14:05`. */
export function formatInstant(iso: string, locale: FormatLocale, timeZone: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const
  const text = dateFormatter(`instant|${timeZone}|${locale}`, locale, options).format(
    validDate(iso),
  )
  return withFrenchFirst(text, locale)
}

/** Several things in one sentence: `a, b et c`. */
export function formatList(items: readonly string[], locale: FormatLocale): string {
  return new Intl.ListFormat(LOCALE_TAGS[locale], { type: 'conjunction' }).format(items)
}

/** What something is, then its words, if there are any: `Autre : taxi` with the space of French, `Other: taxi`. */
export function formatLabelled(label: string, text: string, locale: FormatLocale): string {
  if (text === '') return label
  return `${label}${locale === 'fr' ? `${NBSP}:` : ':'} ${text}`
}

/** A length of time: `30 min`, `1 h`, `1 h 30`. Never a decimal number of hours. */
export function formatMinutes(minutes: number, locale: FormatLocale): string {
  if (!Number.isSafeInteger(minutes) || minutes < 0) {
    throw new RangeError(`minutes must be a whole number, zero or more: ${minutes}`)
  }
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const hoursText = `${formatDecimal(String(hours), locale)}${NBSP}h`
  if (hours === 0) return `${rest}${NBSP}min`
  if (rest === 0) return hoursText
  const restText = `${hoursText}${NBSP}${String(rest).padStart(2, '0')}`
  return locale === 'fr' ? restText : `${restText}${NBSP}min`
}

const NBSP = '\u00a0'
const LOCALE_TAGS = { fr: 'fr-FR', en: 'en-GB' } as const
const DATE_STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const

const formatters = new Map<string, unknown>()

/** Building an `Intl` formatter costs far more than using it. */
function memo<T>(key: string, build: () => T): T {
  const known = formatters.get(key)
  if (known !== undefined) return known as T
  const built = build()
  formatters.set(key, built)
  return built
}

function currencyFormatter(currency: string, locale: FormatLocale): Intl.NumberFormat {
  return memo(`currency|${currency}|${locale}`, () => {
    return new Intl.NumberFormat(LOCALE_TAGS[locale], { style: 'currency', currency })
  })
}

function dateFormatter(
  key: string,
  locale: FormatLocale,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return memo(key, () => new Intl.DateTimeFormat(LOCALE_TAGS[locale], options))
}

/** `-123450n` with two decimals becomes the text `-1234.50`. */
function decimalText(units: bigint, decimals: number): Intl.StringNumericLiteral {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const fraction = decimals === 0 ? '' : `.${digits.slice(cut)}`
  return asNumericLiteral(`${units < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction}`)
}

/** Proves to the type checker what the pattern has just checked. */
function asNumericLiteral(text: string): Intl.StringNumericLiteral {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`not a decimal number: ${text}`)
  return text as Intl.StringNumericLiteral
}

/** A hyphen in front of an amount is easy to miss on paper; U+2212 is as wide as a figure. */
function withRealMinus(text: string): string {
  return text.replace('-', '\u2212')
}

function withFrenchFirst(text: string, locale: FormatLocale): string {
  return locale === 'fr' ? text.replace(/(^|\s)1(?=\s)/, '$11er') : text
}

function utcDay(date: string): Date {
  return validDate(`${date}T00:00:00Z`)
}

function validDate(iso: string): Date {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a date: ${iso}`)
  return date
}
