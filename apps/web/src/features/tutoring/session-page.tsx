import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { useParams } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { SummaryList } from '../../ui/phone/summary-list.tsx'
import { useT } from '../../ui/phone/words.ts'
import { VoicePlayer } from '../../ui/voice-player.tsx'
import { LoggedNotice, ShareLinks } from './logged-notice.tsx'
import { useAmendSession, useResendLinks } from './mutations.ts'
import { type TutoringSession, tutoringQueries } from './queries.ts'
import type { SessionValues } from './session-fields.tsx'
import { SessionForm } from './session-form.tsx'

/** One session of the tutor: what was noted, what each person answered, and what can still be done. */
export function SessionPage() {
  const t = useT()
  const { sessionId = '' } = useParams()
  const [isCorrecting, setCorrecting] = useState(false)
  const { data, error, refetch } = useQuery(tutoringQueries.session(sessionId))
  if (data !== undefined && isCorrecting) return <Correction session={data} />
  return (
    <Page title={t('tutoringPhone.session.title')} back="/tutorat">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data ? (
        <Facts session={data} onCorrect={() => setCorrecting(true)} />
      ) : (
        !error && <Loading />
      )}
    </Page>
  )
}

function Facts({ session, onCorrect }: { session: TutoringSession; onCorrect: () => void }) {
  const t = useT()
  const locale = useLocale()
  const resend = useResendLinks(session.id)
  const isOpen = session.state === 'noted' || session.state === 'disputed'
  const rows = [
    { label: t('tutoringPhone.log.when'), value: formatDate(session.heldOn, locale, 'weekday') },
    { label: t('tutoringPhone.log.howLong'), value: formatMinutes(session.minutes, locale) },
    { label: t('tutoringPhone.log.how'), value: t(`tutoringPhone.mode.${session.mode}`) },
    { label: t('tutoringPhone.session.state'), value: t(`tutoringPhone.state.${session.state}`) },
    ...session.tutees.map((person) => ({ label: person.name, value: <Said person={person} /> })),
  ]
  return (
    <>
      {session.state === 'disputed' && (
        <Notice look="attention">
          <p>{t('tutoringPhone.session.disputed')}</p>
        </Notice>
      )}
      <SummaryList rows={rows} />
      <SpokenNote session={session} />
      {resend.error && <ProblemNotice error={resend.error} />}
      {resend.data && <ShareLinks links={resend.data} />}
      {isOpen && (
        <>
          <Button type="button" onClick={onCorrect}>
            {t('tutoringPhone.session.correct')}
          </Button>
          <Button
            type="button"
            look="secondary"
            isBusy={resend.isPending}
            onClick={() => resend.mutate()}
          >
            {t('tutoringPhone.session.resend')}
          </Button>
        </>
      )}
    </>
  )
}

function SpokenNote({ session: { id: sessionId, voice } }: { session: TutoringSession }) {
  const t = useT()
  if (voice === 'none') return null
  if (voice === 'waiting') return <p>{t('tutoringPhone.session.voiceWaits')}</p>
  if (voice === 'refused') return <p>{t('tutoringPhone.session.voiceRefused')}</p>
  const src = apiUrl('GET /me/tutoring/sessions/:sessionId/voice', { params: { sessionId } })
  return <VoicePlayer src={src} label={t('tutoringPhone.session.voice')} />
}

function Said({ person }: { person: TutoringSession['tutees'][number] }) {
  const t = useT()
  const answer = t(`tutoringPhone.session.answer.${person.answer ?? 'none'}`)
  return person.what === null ? (
    <span>{answer}</span>
  ) : (
    <span>
      {answer} {t(`tutoringPhone.confirm.${person.what}`)}
    </span>
  )
}

function Correction({ session }: { session: TutoringSession }) {
  const t = useT()
  const amend = useAmendSession(session)
  if (amend.data) {
    return (
      <Page title={t('tutoringPhone.sent.title')} back="/tutorat">
        <LoggedNotice logged={amend.data} />
      </Page>
    )
  }
  return (
    <SessionForm
      title={t('tutoringPhone.session.correctTitle')}
      back="/tutorat"
      initial={valuesOf(session)}
      save={amend}
      onSave={(body) => amend.mutate(body)}
    />
  )
}

function valuesOf(session: TutoringSession): SessionValues {
  return {
    heldOn: session.heldOn,
    time: {
      minutes: session.minutes,
      startsAt: session.startsAt ?? '',
      endsAt: '',
      isByHours: false,
    },
    mode: session.mode,
    place: session.place,
    travel: session.travelMinutes === 0 ? '' : String(session.travelMinutes),
    subjects: session.subjects,
    note: session.note,
  }
}
