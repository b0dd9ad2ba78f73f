import { elided } from './elision.ts'
import { accountLines as en } from './en/account-lines.ts'
import { formatCents, formatDate, formatForeign, formatMonth, formatRateBp } from './format.ts'
import { accountLines as fr } from './fr/account-lines.ts'
import type { Locale } from './t.ts'

/** A ledger line as the API gives it: keys, and raw values (cents, basis points, dates) as text. */
export interface LineToDescribe {
  /** `ledger.line.*` */
  readonly labelKey: string
  readonly labelParams: Readonly<Record<string, string>>
  /** `ledger.explain.*`; absent for the cooperative's own lines. */
  readonly explanationKey?: string | undefined
  /** The month in whose books it is; another one than its own makes it an adjustment. */
  readonly bookedMonth?: string | undefined
}

/** A line in words: its label, and why it is there (empty when there is no reason to give). */
export function describeLine(
  locale: Locale,
  line: LineToDescribe,
): { readonly label: string; readonly why: string } {
  const words = locale === 'en' ? en : fr
  const values = printable(locale, line.labelParams)
  const plain = fill(lookUp(words.label, nameOf(line.labelKey)), values)
  const { month, reversedMonth } = line.labelParams
  const label =
    reversedMonth !== undefined
      ? fill(words.reversed, { label: plain })
      : month !== undefined && line.bookedMonth !== undefined && month !== line.bookedMonth
        ? fill(words.adjusted, { label: plain, month: formatMonth(month, locale) })
        : plain
  if (line.explanationKey === undefined) return { label, why: '' }
  const why = lookUp(words.why, nameOf(line.explanationKey))
  const concerned = reversedMonth ?? month
  return {
    label,
    why: fill(why, {
      ...values,
      ...(concerned === undefined ? {} : { month: formatMonth(concerned, locale) }),
    }),
  }
}

/** The name of a kind of account, for staff and accountants. */
export function accountName(locale: Locale, kind: string): string {
  return lookUp((locale === 'en' ? en : fr).account, kind)
}

/** The raw values of a line, written for people. */
function printable(locale: Locale, params: LineToDescribe['labelParams']): Record<string, string> {
  const words = locale === 'en' ? en : fr
  const { base, period, rateBp, fromCents, toCents, decidedOn, schemeCode } = params
  const { paidOn, costCents, dueCents, takenCents } = params
  const { soldOn, creditedOn, currency, amountMinor, declaredCents, exchangedCents, feeCents } =
    params
  return {
    ...(schemeCode === undefined ? {} : { scheme: schemeCode }),
    ...(decidedOn === undefined ? {} : { decidedOn: formatDate(decidedOn, locale) }),
    ...(paidOn === undefined ? {} : { paidOn: formatDate(paidOn, locale) }),
    ...(costCents === undefined ? {} : { cost: formatCents(BigInt(costCents), locale) }),
    ...(soldOn === undefined ? {} : { soldOn: formatDate(soldOn, locale) }),
    ...(creditedOn === undefined ? {} : { creditedOn: formatDate(creditedOn, locale) }),
    ...(amountMinor === undefined || currency === undefined
      ? {}
      : { foreign: formatForeign(BigInt(amountMinor), currency, locale) }),
    ...(declaredCents === undefined
      ? {}
      : { declared: formatCents(BigInt(declaredCents), locale) }),
    ...(exchangedCents === undefined
      ? {}
      : { exchanged: formatCents(BigInt(exchangedCents), locale) }),
    ...(feeCents === undefined ? {} : { fee: formatCents(BigInt(feeCents), locale) }),
    ...(rateBp === undefined ? {} : { rate: formatRateBp(BigInt(rateBp), locale) }),
    ...(fromCents === undefined ? {} : { from: formatCents(unsigned(fromCents), locale) }),
    ...(toCents === undefined ? {} : { to: formatCents(unsigned(toCents), locale) }),
    ...(dueCents === undefined ? {} : { due: formatCents(BigInt(dueCents), locale) }),
    ...(takenCents === undefined ? {} : { taken: formatCents(BigInt(takenCents), locale) }),
    ...(base === undefined ? {} : { base: lookUp(words.base, `${base}-${period}`) }),
  }
}

/** A refund is told by its amount: the sentence says that it is given back. */
function unsigned(cents: string): bigint {
  const amount = BigInt(cents)
  return amount < 0n ? -amount : amount
}

function nameOf(key: string): string {
  return key.replace(/^ledger\.(line|explain)\./, '')
}

function lookUp(words: Readonly<Record<string, string>>, name: string): string {
  const text = words[name]
  if (text === undefined) throw new Error(`no words for ${name}`)
  return text
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`a line of the account needs {${name}}`)
    return value
  })
  return elided(filled)
}
