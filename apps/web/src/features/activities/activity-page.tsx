import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatRateBp } from '@terreau/i18n/format'
import { Link, useParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { useCan } from '../../lib/session.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ConventionState } from './convention-state.tsx'
import { MembersTable } from './members-table.tsx'
import { type Activity, activityQueries } from './queries.ts'

/** An activity, apart from people: whose it is, in what shares, by which convention. */
export function ActivityPage() {
  const t = useT()
  const locale = useLocale()
  const { activityId = '' } = useParams()
  const { data, error, refetch } = useQuery(activityQueries.detail(activityId))
  const back = { href: '/gestion/personnes', label: t('activities.back') }
  if (problemOf(error)?.status === 404)
    return <PageHeader title={t('activities.notFound')} back={back} />
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const rate = formatRateBp(BigInt(data.vatRateBp), locale)
  return (
    <>
      <PageHeader
        title={data.name}
        subtitle={t('activities.vat', { rate })}
        back={back}
        actions={
          <Button component={Link} variant="default" href={`/gestion/comptes/${data.id}`}>
            {t('activities.account')}
          </Button>
        }
      />
      <section className="panel" aria-labelledby="members">
        <h2 id="members">{t('activities.members.title')}</h2>
        {data.members.length === 1 && <p>{t('activities.members.alone')}</p>}
        <MembersTable members={data.members} />
      </section>
      <Conventions activity={data} />
    </>
  )
}

function Conventions({ activity }: { activity: Activity }) {
  const t = useT()
  const locale = useLocale()
  const mayDraft = useCan('contract.create')
  const { conventions } = activity
  const isPending = conventions.some(({ state }) => state === 'draft' || state === 'to_sign')
  const isShared = conventions.some(({ state }) => state === 'in_force')
  return (
    <section className="panel" aria-labelledby="conventions">
      <h2 id="conventions">{t('activities.conventions.title')}</h2>
      <p>{t('activities.conventions.intro')}</p>
      {conventions.length === 0 ? (
        <p>{t('activities.conventions.empty')}</p>
      ) : (
        <DataTable
          caption={t('activities.conventions.caption')}
          rows={conventions}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'number',
              header: t('activities.conventions.number'),
              cell: (row) => <Link href={`/gestion/conventions/${row.id}`}>{row.number}</Link>,
            },
            {
              key: 'from',
              header: t('activities.conventions.from'),
              cell: (row) => formatDate(row.startsOn, locale),
            },
            {
              key: 'state',
              header: t('activities.conventions.state'),
              cell: (row) => <ConventionState state={row.state} />,
            },
          ]}
        />
      )}
      {mayDraft && !isPending && (
        <Button component={Link} mt="md" href={`/gestion/activites/${activity.id}/convention`}>
          {t(isShared ? 'activities.conventions.replace' : 'activities.conventions.share')}
        </Button>
      )}
    </section>
  )
}
