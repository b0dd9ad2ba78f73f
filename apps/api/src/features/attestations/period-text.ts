import { formatDate, formatMonth } from '@terreau/i18n/format'
import type { verify as words } from '@terreau/i18n/fr/verify'
import type { Translate } from '@terreau/i18n/t'
import type { Locale } from '@terreau/protocol/codecs'

/** What a certificate is about, as it is signed: months 'YYYY-MM' or days 'YYYY-MM-DD'; no end while it still runs. */
interface Period {
  start: string
  end: string | null
}

/** As the document prints it: "août 2026 – septembre 2026", "du 1er juin 2026 au 31 mai 2027" or "depuis le …". */
export function periodText(
  { t, locale }: { t: Translate<typeof words>; locale: Locale },
  { start, end }: Period,
): string {
  if (start.length > 'YYYY-MM'.length) {
    const from = dayText(start, locale)
    return end === null ? t('since', { from }) : t('period', { from, to: dayText(end, locale) })
  }
  const [first, last] = [formatMonth(start, locale), formatMonth(end ?? start, locale)]
  return first === last ? first : `${first} – ${last}`
}

/** The day never stands alone at the end of a line. */
export function dayText(day: string, locale: Locale): string {
  return formatDate(day, locale, 'long').replace(' ', NO_BREAK_SPACE)
}

const NO_BREAK_SPACE = '\u00a0'
