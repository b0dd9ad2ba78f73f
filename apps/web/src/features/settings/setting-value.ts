import {
  DATED_SETTINGS,
  isSettingValue,
  type SettingKey,
} from '@terreau/domain/settings/dated-settings'
import { formatCents, formatRateBp } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'
import { readEuroCents } from '../../ui/amount-text.ts'

export type Reading =
  | { value: string }
  | { code: 'amount' | 'rate' | 'day' | 'days' | 'months' | 'count' | 'yesNo' | 'bounds' }

/** What was typed, as the whole number of the wire, or which kind of slip it is. */
export function readSettingValue(key: SettingKey, text: string, locale: Locale): Reading {
  const value = readWhole(key, text, locale)
  if (typeof value === 'string') return { code: value === 'amount' ? 'amount' : value }
  return isSettingValue(key, value) ? { value: value.toString() } : { code: 'bounds' }
}

function readWhole(
  key: SettingKey,
  text: string,
  locale: Locale,
): bigint | 'amount' | 'rate' | 'day' | 'days' | 'months' | 'count' | 'yesNo' {
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
      return /^\s*\d{1,3}\s*$/.test(text) ? BigInt(text.trim()) : 'count'
    case 'yes-no':
      return readYesNo(text) ?? 'yesNo'
  }
}

/** "oui", "yes" or 1 for yes, "non", "no" or 0 for no, in any language of the page. */
function readYesNo(text: string): bigint | null {
  if (/^\s*(oui|yes|1)\s*$/i.test(text)) return 1n
  return /^\s*(non|no|0)\s*$/i.test(text) ? 0n : null
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
    case 'yes-no':
      return words.yesNo(value === '1')
  }
}
