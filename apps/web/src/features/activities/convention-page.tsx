import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { Link, useParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ConventionActs } from './convention-acts.tsx'
import { ConventionMissing } from './convention-missing.tsx'
import { ConventionState } from './convention-state.tsx'
import { CLAUSES } from './convention-values.ts'
import { MembersTable } from './members-table.tsx'
import { activityQueries, type Convention } from './queries.ts'

/** One convention: where it stands, what it lacks, who shares what, what it says. */
export function ConventionPage() {
  const t = useT()
  const { conventionId = '' } = useParams()
  const { data, error, refetch } = useQuery(activityQueries.convention(conventionId))
  if (problemOf(error)?.status === 404)
    return (
      <PageHeader
        title={t('activities.convention.notFound')}
        back={{ href: '/gestion/personnes', label: t('activities.back') }}
      />
    )
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHeader
        title={t('activities.convention.title', { number: data.number })}
        subtitle={<ConventionState state={data.state} />}
        back={{ href: `/gestion/activites/${data.activityId}`, label: data.activity }}
      />
      {data.state === 'draft' && <ConventionMissing convention={data} />}
      <ConventionActs convention={data} />
      <Content convention={data} />
    </>
  )
}

function Content({ convention }: { convention: Convention }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className="panel" aria-labelledby="content">
      <h2 id="content">{t('activities.members.title')}</h2>
      <MembersTable members={convention.members} />
      <dl className="activity-terms">
        <dt>{t('activities.convention.activity')}</dt>
        <dd>
          <Link href={`/gestion/activites/${convention.activityId}`}>{convention.activity}</Link>
        </dd>
        <dt>{t('activities.convention.startsOn')}</dt>
        <dd>{formatDate(convention.startsOn, locale)}</dd>
        {CLAUSES.filter((name) => convention.terms[name] !== '').map((name) => (
          <div key={name}>
            <dt>{t(`activities.form.${name}`)}</dt>
            <dd className="activity-clause">{convention.terms[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
