import { formatDate, formatMonth } from './format.ts'
import type { Locale, MessageParams } from './t.ts'

/**
 * The values of a refusal as people read them: a day `2026-10-31` becomes `31/10/2026`, a month `2026-10`
 * becomes `octobre 2026`.
 */
export function spokenParams(params: MessageParams, locale: Locale): MessageParams {
  const spoken = Object.entries(params).map(([name, value]) => [name, spokenValue(value, locale)])
  return Object.fromEntries(spoken)
}

function spokenValue(value: MessageParams[string], locale: Locale): MessageParams[string] {
  if (typeof value !== 'string') return value
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, locale, 'short')
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? formatMonth(value, locale) : value
}
