import { type FormatLocale, formatInstant as onClocks } from '@terreau/i18n/format'
import { clocks } from './today.ts'

/** A moment on the clocks of the cooperative: `12 octobre 2026 à 14:05`. */
export function formatInstant(iso: string, locale: FormatLocale): string {
  return onClocks(iso, locale, clocks.zone)
}
