import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { Fragment } from 'react'
import { useParams } from 'wouter'
import { type Api, apiUrl } from '../../lib/api.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { VoicePlayer } from '../../ui/voice-player.tsx'
import { CorrectForm } from './correct-form.tsx'
import { MediationForm } from './mediation-form.tsx'
import { tutoringQueries } from './queries.ts'
import { SessionStateBadge } from './sessions-table.tsx'

type History = Api['GET /tutoring/sessions/:sessionId']['response']

/** One session with its versions: every answer, approval and mediation, and what staff may do. */
export function StaffSessionPage() {
  const t = useT()
  const { sessionId = '' } = useParams()
  const mayAct = useCan('tutoring.approve')
  const { data, error, refetch } = useQuery(tutoringQueries.history(sessionId))
  return (
    <>
      <PageHeader
        title={t('tutoring.session.title')}
        back={{ href: '/gestion/tutorat', label: t('tutoring.title') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && (
        <>
          <Facts session={data.session} />
          <SpokenNote session={data.session} mayHear={mayAct} />
          <Events history={data} />
          {mayAct && data.session.state === 'disputed' && <MediationForm session={data.session} />}
          {mayAct && <CorrectForm key={data.session.version} session={data.session} />}
        </>
      )}
    </>
  )
}

function Facts({ session }: { session: History['session'] }) {
  const t = useT()
  const locale = useLocale()
  const lines: [string, string][] = [
    [t('tutoring.table.tutor'), session.tutorName],
    [t('tutoring.table.tutee'), session.tutees.map((one) => one.name).join(', ')],
    [t('tutoring.table.day'), formatDate(session.heldOn, locale, 'weekday')],
    [t('tutoring.session.startsAt'), session.startsAt ?? ''],
    [t('tutoring.table.time'), formatMinutes(session.minutes, locale)],
    [
      t('tutoring.figures.travelMinutes'),
      session.travelMinutes === 0 ? '' : formatMinutes(session.travelMinutes, locale),
    ],
    [t('tutoring.table.mode'), t(`tutoring.mode.${session.mode}`)],
    [t('tutoring.session.place'), session.place],
    [t('tutoring.table.kind'), t(`tutoring.kind.${session.kind ?? 'unstated'}`)],
    [t('tutoring.session.note'), session.note],
    [t('tutoring.session.version'), String(session.version)],
  ]
  return (
    <>
      <SessionStateBadge session={session} />
      <dl className="facts">
        {lines
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </>
  )
}

/** A note that was said instead of written: heard here, or kept. */
function SpokenNote({ session, mayHear }: { session: History['session']; mayHear: boolean }) {
  const t = useT()
  if (session.voice === 'none') return null
  const isReady = mayHear && session.voice === 'ready'
  const src = apiUrl('GET /tutoring/sessions/:sessionId/voice', {
    params: { sessionId: session.id },
  })
  return (
    <section aria-labelledby="spoken-note">
      <h2 id="spoken-note">{t('tutoring.session.voice.title')}</h2>
      {isReady ? (
        <>
          <VoicePlayer src={src} label={t('tutoring.session.voice.title')} />
          <p>
            <a href={src} download>
              {t('tutoring.session.voice.download')}
            </a>
          </p>
        </>
      ) : (
        <p>
          {t(
            `tutoring.session.voice.${mayHear && session.voice !== 'ready' ? session.voice : 'closed'}`,
          )}
        </p>
      )}
    </section>
  )
}

function Events({ history }: { history: History }) {
  const t = useT()
  const locale = useLocale()
  const at = (instant: string) => formatInstant(instant, locale)
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t('tutoring.session.events')}</h2>
      {history.answers.length === 0 && <p>{t('tutoring.session.noAnswer')}</p>}
      <ul>
        {history.answers.map((one) => (
          <li key={`${one.version} ${one.tuteeName} ${one.at}`}>
            {t('tutoring.session.answered', {
              version: one.version,
              name: one.tuteeName,
              answer: t(`tutoring.answer.${one.answer}`),
              at: at(one.at),
            })}{' '}
            {t(`tutoring.channel.${one.channel}`)}
          </li>
        ))}
        {history.mediations.map((one) => (
          <li key={`m${one.version}`}>
            {t('tutoring.session.settled', {
              version: one.version,
              outcome: t(`tutoring.mediation.${one.outcome}`),
              name: one.byName,
              at: at(one.at),
            })}{' '}
            {one.note}
          </li>
        ))}
        {history.approvals.map((one) => (
          <li key={`a${one.version}`}>
            {t('tutoring.session.approvedBy', {
              version: one.version,
              time: formatMinutes(one.minutes, locale),
              name: one.byName,
              at: at(one.at),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
