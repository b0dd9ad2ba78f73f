import {
  DATED_SETTINGS,
  isSettingValue,
  type SettingKey,
} from '@terreau/domain/settings/dated-settings'
import { formatCents, formatMonthOfYear, formatRateBp } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'
import { readEuroCents } from '../../ui/amount-text.ts'

export type Reading = { value: string } | { code: Slip | 'bounds' }

type Slip = 'amount' | 'rate' | 'day' | 'days' | 'months' | 'count' | 'monthOfYear' | 'yesNo'

/** What was typed, as the whole number of the wire, or which kind of slip it is. */
export function readSettingValue(key: SettingKey, text: string, locale: Locale): Reading {
  const value = readWhole(key, text, locale)
  if (typeof value === 'string') return { code: value }
  return isSettingValue(key, value) ? { value: value.toString() } : { code: 'bounds' }
}

function readWhole(key: SettingKey, text: string, locale: Locale): bigint | Slip {
  switch (DATED_SETTINGS[key].unit) {
    case 'cents': {
      const read = readEuroCents(text, locale)
      return 'cents' in read ? BigInt(read.cents) : 'amount'
    }
    case 'rate-bp':
      return readRateBp(text) ?? 'rate'
    case 'day':
      return /^\s*\d{1,2}\s*$/.test(text) ? BigInt(text.trim()) : 'day'
    case 'days':
      return /^\s*\d{1,3}\s*$/.test(text) ? BigInt(text.trim()) : 'days'
    case 'months':
      return /^\s*\d{1,3}\s*$/.test(text) ? BigInt(text.trim()) : 'months'
    case 'count':
    case 'people':
    case 'hours':
      return readCount(text) ?? 'count'
    case 'month-of-year':
      return readMonthOfYear(text) ?? 'monthOfYear'
    case 'yes-no':
      return readYesNo(text) ?? 'yesNo'
  }
}

/** "oui", "yes" or 1 for yes, "non", "no" or 0 for no, in any language of the page. */
function readYesNo(text: string): bigint | null {
  if (/^\s*(oui|yes|1)\s*$/i.test(text)) return 1n
  return /^\s*(non|no|0)\s*$/i.test(text) ? 0n : null
}

/** "1 200" typed with or without the space of thousands. */
function readCount(text: string): bigint | null {
  const digits = text.replaceAll(/\s/g, '')
  return /^\d{1,6}$/.test(digits) ? BigInt(digits) : null
}

/** "9", "09", "septembre" or "September"; the beginning of a name is enough when it is that of one month. */
function readMonthOfYear(text: string): bigint | null {
  const written = folded(text)
  if (/^\d{1,2}$/.test(written)) return BigInt(written)
  if (written.length < 3) return null
  const named = MONTHS_OF_YEAR.filter((month) =>
    LOCALES.some((locale) => folded(formatMonthOfYear(month, locale)).startsWith(written)),
  )
  const [only, ...others] = named
  return only === undefined || others.length > 0 ? null : BigInt(only)
}

const MONTHS_OF_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const LOCALES: readonly Locale[] = ['fr', 'en']

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

/** "13,5 %" typed as people write it, in basis points; null when it is not a rate. */
export function readRateBp(text: string): bigint | null {
  const match = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text)
  if (match === null) return null
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`)
}

/** The value as people read it; `words` says days and counts in words. */
export function settingText(
  key: SettingKey,
  value: string,
  locale: Locale,
  words: {
    day: (day: string) => string
    days: (count: number) => string
    months: (count: number) => string
    count: (count: number) => string
    people: (count: number) => string
    hours: (count: number) => string
    yesNo: (isYes: boolean) => string
  },
): string {
  switch (DATED_SETTINGS[key].unit) {
    case 'cents':
      return formatCents(BigInt(value), locale)
    case 'rate-bp':
      return formatRateBp(BigInt(value), locale)
    case 'day':
      return words.day(value)
    case 'days':
      return words.days(Number(value))
    case 'months':
      return words.months(Number(value))
    case 'count':
      return words.count(Number(value))
    case 'people':
      return words.people(Number(value))
    case 'hours':
      return words.hours(Number(value))
    case 'month-of-year':
      return formatMonthOfYear(Number(value), locale)
    case 'yes-no':
      return words.yesNo(value === '1')
  }
}
