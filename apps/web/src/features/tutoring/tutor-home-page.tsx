import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { type TutorHome, tutoringQueries } from './queries.ts'

/** What a tutor sees first: one button, the hours, the people helped. */
export function TutorHomePage() {
  const t = useT()
  const { data, error, refetch } = useQuery(tutoringQueries.home())
  return (
    <Page title={t('tutoringPhone.home.title')}>
      <LinkButton href="/tutorat/noter">{t('tutoringPhone.home.log')}</LinkButton>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data ? <HomeContent home={data} /> : !error && <Loading />}
    </Page>
  )
}

function HomeContent({ home }: { home: TutorHome }) {
  const t = useT()
  const locale = useLocale()
  const { confirmedMinutes, notedMinutes, disputedMinutes } = home.totals
  return (
    <>
      <p>
        <strong>
          {t('tutoringPhone.home.confirmed', { time: formatMinutes(confirmedMinutes, locale) })}
        </strong>
        {' · '}
        {t('tutoringPhone.home.waiting', { time: formatMinutes(notedMinutes, locale) })}
        {disputedMinutes > 0 &&
          ` · ${t('tutoringPhone.home.disputed', { time: formatMinutes(disputedMinutes, locale) })}`}
      </p>
      <LinkButton href="/tutorat/bilan" look="secondary">
        {t('tutoringPhone.home.recap')}
      </LinkButton>
      <People tutees={home.tutees} />
      <Sessions sessions={home.sessions} />
    </>
  )
}

function People({ tutees }: { tutees: TutorHome['tutees'] }) {
  const t = useT()
  return (
    <Card title={t('tutoringPhone.home.people')}>
      {tutees.length === 0 && <p>{t('tutoringPhone.home.nobody')}</p>}
      <ul className="plain-list">
        {tutees.map((tutee) => (
          <li key={tutee.id}>
            {tutee.name}
            {tutee.phone !== '' && (
              <>
                {' · '}
                <a href={`tel:${tutee.phone.replaceAll(/[^\d+]/g, '')}`}>
                  {t('tutoringPhone.home.call', { name: tutee.name })}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Sessions({ sessions }: { sessions: TutorHome['sessions'] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Card title={t('tutoringPhone.home.sessions')}>
      {sessions.length === 0 && <p>{t('tutoringPhone.home.firstSession')}</p>}
      <ul className="plain-list">
        {sessions.map((session) => (
          <li key={session.id}>
            {formatDate(session.heldOn, locale, 'weekday')} · {session.tuteeName} ·{' '}
            {formatMinutes(session.minutes, locale)} ·{' '}
            <strong>{t(`tutoringPhone.state.${session.state}`)}</strong>
          </li>
        ))}
      </ul>
    </Card>
  )
}
