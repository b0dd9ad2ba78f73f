import { formatDate } from '@terreau/i18n/format'
import type { DocumentLocale } from './facts.ts'

/** `1er novembre 2026`, which a line of text never cuts. */
export function longDate(date: string, locale: DocumentLocale): string {
  return formatDate(date, locale, 'long').replaceAll(' ', '\u00a0')
}
