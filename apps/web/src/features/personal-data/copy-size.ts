import type { Locale } from '@terreau/i18n/t'
import { dayInZone } from '../../lib/today.ts'
import type { PersonalCopy } from './queries.ts'

const MEGABYTE = 1_000_000

/** How heavy a copy is, as people know it from their phone: "0,3 Mo". */
export function copySize(copy: PersonalCopy, locale: Locale): string {
  const megabytes = (copy.byteCount ?? 0) / MEGABYTE
  const amount = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  return amount.format(Math.max(0.1, megabytes))
}

/** The name under which the browser saves it. */
export function copyFileName(copy: PersonalCopy): string {
  return `copie-${dayInZone(copy.askedAt)}.zip`
}
