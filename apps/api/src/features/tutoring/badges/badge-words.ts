import type { LocalDate } from '@terreau/domain/time/local-date'
import { tutorBadge as en } from '@terreau/i18n/en/tutor-badge'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { tutorBadge as fr } from '@terreau/i18n/fr/tutor-badge'
import { translator } from '@terreau/i18n/t'
import { drawBadge } from '@terreau/pdf/badges/draw-badge'
import type { Locale } from '@terreau/protocol/codecs'

const MINUTES_OF_AN_HOUR = 60

/** The words of badges in a language. */
export function badgeTranslator(locale: Locale) {
  return translator<typeof fr>(locale === 'en' ? en : fr, locale)
}

interface OneBadge {
  thresholdMinutes: number
  issuer: string
}

/** What a badge is: the same for everybody who holds it. */
export function achievementWords(locale: Locale, { thresholdMinutes, issuer }: OneBadge) {
  const t = badgeTranslator(locale)
  const count = thresholdMinutes / MINUTES_OF_AN_HOUR
  return {
    name: t('name', { count }),
    description: t('description', { count }),
    criteria: t('criteria', { count, issuer }),
  }
}

/** What one badge rests on. */
export function evidenceWords(
  locale: Locale,
  of: { approvedMinutes: number; firstOn: LocalDate; lastOn: LocalDate; peopleHelped: number },
) {
  const t = badgeTranslator(locale)
  return {
    name: t('evidenceName'),
    narrative: t('evidence', {
      time: formatMinutes(of.approvedMinutes, locale),
      from: formatDate(of.firstOn, locale, 'long'),
      to: formatDate(of.lastOn, locale, 'long'),
      people: of.peopleHelped,
    }),
  }
}

/** The picture of a badge, without anybody's name. */
export function badgePicture(locale: Locale, { thresholdMinutes, issuer }: OneBadge): string {
  const t = badgeTranslator(locale)
  const hours = thresholdMinutes / MINUTES_OF_AN_HOUR
  return drawBadge({
    title: `${t('name', { count: hours })} – ${issuer}`,
    heading: t('heading'),
    figure: t('figure', { hours }),
    issuer,
  })
}
