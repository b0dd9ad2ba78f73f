import { formatDate } from './format.ts'
import type { Locale, MessageParams } from './t.ts'

/** The values of a refusal as people read them: a day `2026-10-31` becomes `31/10/2026`. */
export function spokenParams(params: MessageParams, locale: Locale): MessageParams {
  const spoken = Object.entries(params).map(([name, value]) => {
    const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    return [name, isDay ? formatDate(value, locale, 'short') : value]
  })
  return Object.fromEntries(spoken)
}
