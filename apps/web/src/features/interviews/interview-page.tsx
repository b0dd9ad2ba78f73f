import { useQuery } from '@tanstack/react-query'
import { REPORT_PARTS } from '@terreau/domain/interviews/support-interview'
import { formatDate } from '@terreau/i18n/format'
import { Link, useParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { InterviewActs } from './interview-acts.tsx'
import { InterviewMissing } from './interview-missing.tsx'
import { InterviewState } from './interview-state.tsx'
import { type Interview, interviewQueries } from './queries.ts'

/** One interview: where it stands, what its report lacks, what was said. */
export function InterviewPage() {
  const t = useT()
  const { interviewId = '' } = useParams()
  const { data, error, refetch } = useQuery(interviewQueries.detail(interviewId))
  if (problemOf(error)?.status === 404)
    return (
      <PageHeader
        title={t('interviews.notFound')}
        back={{ href: '/gestion/personnes', label: t('interviews.back') }}
      />
    )
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHeader
        title={t('interviews.title', { name: data.person.name })}
        subtitle={<InterviewState state={data.state} />}
        back={{
          href: `/gestion/personnes/${data.person.id}?onglet=interviews`,
          label: data.person.name,
        }}
      />
      {data.state === 'held' && <InterviewMissing interview={data} />}
      <InterviewActs interview={data} />
      <Facts interview={data} />
      <Report interview={data} />
    </>
  )
}

function Facts({ interview }: { interview: Interview }) {
  const t = useT()
  const locale = useLocale()
  const { plannedOn, plannedTime, heldOn, signedOn, conductorName, way, place } = interview
  return (
    <section className="panel">
      <dl className="facts">
        <dt>{t('interviews.number')}</dt>
        <dd>{interview.number}</dd>
        <dt>{t('interviews.person')}</dt>
        <dd>
          <Link href={`/gestion/personnes/${interview.person.id}`}>{interview.person.name}</Link>
        </dd>
        {plannedOn !== null && (
          <>
            <dt>{t('interviews.form.plannedOn')}</dt>
            <dd>
              {formatDate(plannedOn, locale)} {plannedTime}
            </dd>
          </>
        )}
        {heldOn !== null && (
          <>
            <dt>{t('interviews.form.heldOn')}</dt>
            <dd>{formatDate(heldOn, locale)}</dd>
          </>
        )}
        <dt>{t('interviews.form.conductor')}</dt>
        <dd>{conductorName}</dd>
        <dt>{t('interviews.form.way')}</dt>
        <dd>
          {t(`interviews.way.${way}`)}
          {place !== '' && <div className="dimmed">{place}</div>}
        </dd>
        {signedOn !== null && (
          <>
            <dt>{t('interviews.signedOn')}</dt>
            <dd>{formatDate(signedOn, locale)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Report({ interview }: { interview: Interview }) {
  const t = useT()
  const written = REPORT_PARTS.filter((part) => interview.report[part] !== '')
  if (written.length === 0) return null
  return (
    <section className="panel" aria-labelledby="report">
      <h2 id="report">{t('interviews.form.report')}</h2>
      <dl className="interview-report">
        {written.map((part) => (
          <div key={part}>
            <dt>{t(`interviews.part.${part}`)}</dt>
            <dd>{interview.report[part]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
