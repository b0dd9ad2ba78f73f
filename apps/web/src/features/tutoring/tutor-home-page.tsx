import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { FigureLines } from './figures.tsx'
import { homeQueries } from './home-queries.ts'
import { KeptCard } from './keep/kept-card.tsx'
import { PairList } from './pair-list.tsx'
import type { TutorHome } from './queries.ts'

/** What a tutor sees first: one button, the hours, the people helped. */
export function TutorHomePage() {
  const t = useT()
  const list = useInfiniteQuery(homeQueries.homePages())
  const [home] = list.data?.pages ?? []
  const sessions = list.data?.pages.flatMap((page) => page.sessions) ?? []
  return (
    <Page title={t('tutoringOffer.home.title')}>
      <LinkButton href="/tutorat/noter">{t('tutoringOffer.home.log')}</LinkButton>
      <KeptCard />
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {home === undefined && !list.error && <Loading />}
      {home && (
        <>
          <FigureLines figures={home.figures} />
          <Onward ripple={home.ripple} />
          <LinkButton href="/tutorat/bilan" look="secondary">
            {t('tutoringOffer.home.recap')}
          </LinkButton>
          <LinkButton href="/tutorat/profil" look="secondary">
            {t('tutoringOffer.profile.open')}
          </LinkButton>
          <People tutees={home.tutees} />
          <Sessions sessions={sessions} />
        </>
      )}
      {list.hasNextPage && (
        <Button
          type="button"
          look="secondary"
          isBusy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('tutoringOffer.home.more')}
        </Button>
      )}
    </Page>
  )
}

/** What became of the help, in one sentence; without anybody helped there is nothing to say. */
function Onward({ ripple: { helped, nowHelping } }: { ripple: TutorHome['ripple'] }) {
  const t = useT()
  if (helped === 0) return null
  return (
    <p>
      {t('tutoringOffer.onward.helped', { count: helped })}{' '}
      {nowHelping > 0 && t('tutoringOffer.onward.nowHelping', { count: nowHelping })}
    </p>
  )
}

function People({ tutees }: { tutees: TutorHome['tutees'] }) {
  const t = useT()
  return (
    <Card title={t('tutoringOffer.home.people')}>
      {tutees.length === 0 && <p>{t('tutoringOffer.home.nobody')}</p>}
      <PairList others={tutees} callLabel={(name) => t('tutoringOffer.home.call', { name })} />
    </Card>
  )
}

function Sessions({ sessions }: { sessions: TutorHome['sessions'] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Card title={t('tutoringOffer.home.sessions')}>
      {sessions.length === 0 && <p>{t('tutoringOffer.home.firstSession')}</p>}
      <ul className="plain-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <Link href={`/tutorat/seance/${session.id}`}>
              {formatDate(session.heldOn, locale, 'weekday')} ·{' '}
              {session.tutees.map((person) => person.name).join(', ')} ·{' '}
              {formatMinutes(session.minutes, locale)}
            </Link>{' '}
            · <strong>{t(`tutoringPhone.state.${session.state}`)}</strong>
          </li>
        ))}
      </ul>
    </Card>
  )
}
