import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { dayInZone } from '../../lib/today.ts'
import { Card } from '../../ui/phone/card.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { tutoringQueries } from './queries.ts'

type OwnBadges = Api['GET /me/tutoring/badges']['response']

const MINUTES_OF_AN_HOUR = 60
const hoursOf = (minutes: number) => minutes / MINUTES_OF_AN_HOUR

/** The tutor's badges and how far the next one is. Nobody else's: this is no ranking. */
export function BadgesCard() {
  const t = useT()
  const { data, error, refetch } = useQuery(tutoringQueries.ownBadges())
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  return (
    <Card title={t('tutoringRecap.badges.title')}>
      {data.badges.length > 0 && (
        <ul className="plain-list">
          {data.badges.map((badge) => (
            <OneBadge key={badge.id} badge={badge} />
          ))}
        </ul>
      )}
      <Coming data={data} />
    </Card>
  )
}

function OneBadge({ badge }: { badge: OwnBadges['badges'][number] }) {
  const t = useT()
  const locale = useLocale()
  const hours = hoursOf(badge.thresholdMinutes)
  const day = (at: string) => formatDate(dayInZone(at), locale, 'long')
  if (badge.revokedAt !== null)
    return (
      <li>
        {t('tutoringRecap.badges.one', { hours })} ·{' '}
        {t('tutoringRecap.badges.revoked', { date: day(badge.revokedAt) })}
      </li>
    )
  return (
    <li>
      <a href={badge.url}>{t('tutoringRecap.badges.see', { hours })}</a> ·{' '}
      {badge.isKeyLeaked
        ? t('tutoringRecap.badges.unsigned')
        : t('tutoringRecap.badges.given', { date: day(badge.issuedAt) })}
    </li>
  )
}

function Coming({ data: { waiting, next, badges } }: { data: OwnBadges }) {
  const t = useT()
  const locale = useLocale()
  const isOff = waiting.length === 0 && next === null && badges.length === 0
  return (
    <>
      {waiting.map((minutes) => (
        <p key={minutes}>{t('tutoringRecap.badges.waiting', { hours: hoursOf(minutes) })}</p>
      ))}
      {next && (
        <p>
          {t('tutoringRecap.badges.next', {
            hours: hoursOf(next.thresholdMinutes),
            time: formatMinutes(next.missingMinutes, locale),
          })}
        </p>
      )}
      {isOff && <p>{t('tutoringRecap.badges.off')}</p>}
    </>
  )
}
