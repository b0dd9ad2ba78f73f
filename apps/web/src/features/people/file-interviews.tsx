import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { CLOCK_LOOKS } from './clock-looks.ts'
import { type PersonFile, peopleQueries } from './queries.ts'

type Interviews = Api['GET /people/:personId/interviews']['response']
type Interview = Interviews['interviews'][number]
type Period = Interviews['periods'][number]

const LOOKS: Readonly<Record<Interview['state'], StatusLook>> = {
  planned: 'info',
  held: 'attention',
  to_check: 'attention',
  to_sign: 'attention',
  signed: 'success',
  cancelled: 'neutral',
}

/** The interviews of a person, after what each period of twelve months still wants (R7331-3). */
export function FileInterviews({ file }: { file: PersonFile }) {
  const t = useT()
  const mayAdd = useCan('interview.manage')
  const { data, error, refetch } = useQuery(peopleQueries.interviews(file.id))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <h2>{t('interviews.file.periods')}</h2>
      {data.periods.length === 0 ? (
        <p>{t('interviews.file.noPeriod')}</p>
      ) : (
        <PeriodsTable periods={data.periods} />
      )}
      <h2>{t('interviews.file.list')}</h2>
      {data.interviews.length === 0 ? (
        <EmptyState kind="first" title={t('interviews.file.empty')} />
      ) : (
        <InterviewsTable interviews={data.interviews} />
      )}
      {mayAdd && (
        <div className="list-more">
          <Button
            component={Link}
            variant="default"
            href={`/gestion/personnes/${file.id}/entretiens/nouveau`}
          >
            {t('interviews.file.add')}
          </Button>
        </div>
      )}
    </>
  )
}

function PeriodsTable({ periods }: { periods: readonly Period[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Period>[] = [
    {
      key: 'period',
      header: t('interviews.file.period'),
      isRowHeader: true,
      cell: ({ startsOn, endsOn, contractNumber }) => (
        <>
          {t('interviews.file.fromTo', {
            from: formatDate(startsOn, locale),
            to: formatDate(endsOn, locale),
          })}
          <div className="dimmed">{contractNumber}</div>
        </>
      ),
    },
    {
      key: 'done',
      header: t('interviews.file.done'),
      cell: ({ done, wanted }) => t('interviews.file.doneOf', { done, wanted }),
    },
    {
      key: 'state',
      header: t('interviews.file.periodState'),
      cell: ({ state }) => (
        <StatusBadge look={CLOCK_LOOKS[state]}>{t(`deadlines.state.${state}`)}</StatusBadge>
      ),
    },
    { key: 'why', header: t('interviews.file.why'), cell: ({ why }) => why },
  ]
  return (
    <DataTable
      caption={t('interviews.file.periodsCaption')}
      columns={columns}
      rows={periods}
      rowKey={(period) => period.id}
    />
  )
}

function InterviewsTable({ interviews }: { interviews: readonly Interview[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Interview>[] = [
    {
      key: 'day',
      header: t('interviews.file.day'),
      isRowHeader: true,
      cell: ({ id, number, heldOn, plannedOn, plannedTime }) => (
        <>
          <Link href={`/gestion/entretiens/${id}`}>
            {formatDate(heldOn ?? plannedOn ?? '', locale)} {heldOn === null && plannedTime}
          </Link>
          <div className="dimmed">{number}</div>
        </>
      ),
    },
    { key: 'by', header: t('interviews.file.by'), cell: (one) => one.conductorName },
    {
      key: 'how',
      header: t('interviews.file.how'),
      cell: (one) => t(`interviews.way.${one.way}`),
    },
    {
      key: 'state',
      header: t('interviews.file.state'),
      cell: ({ state }) => (
        <StatusBadge look={LOOKS[state]}>{t(`interviews.state.${state}`)}</StatusBadge>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('interviews.file.listCaption')}
      columns={columns}
      rows={interviews}
      rowKey={(interview) => interview.id}
    />
  )
}
