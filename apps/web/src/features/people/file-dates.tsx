import { useQuery } from '@tanstack/react-query'
import type { Api } from '../../lib/api.ts'
import { Countdown } from '../../ui/staff/countdown.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { CLOCK_LOOKS } from './clock-looks.ts'
import { type PersonFile, peopleQueries } from './queries.ts'

type PersonClock = Api['GET /people/:personId/clocks']['response']['clocks'][number]

function ClockState({ clock }: { clock: PersonClock }) {
  const t = useT()
  if (clock.isOverWithoutHarm)
    return <StatusBadge look="neutral">{t('deadlines.state.over')}</StatusBadge>
  return (
    <StatusBadge look={CLOCK_LOOKS[clock.state]}>{t(`deadlines.state.${clock.state}`)}</StatusBadge>
  )
}

/** Every legal date of a person, with the sum that gives it. */
export function FileDates({ file }: { file: PersonFile }) {
  const t = useT()
  const { data, error, refetch } = useQuery(peopleQueries.clocks(file.id))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.clocks.length === 0)
    return <EmptyState kind="first" title={t('deadlines.empty.person')} />
  const columns: Column<PersonClock>[] = [
    {
      key: 'date',
      header: t('deadlines.table.date'),
      cell: (clock) => <Countdown on={clock.endsOn} daysLeft={clock.daysLeft} />,
    },
    {
      key: 'what',
      header: t('deadlines.table.what'),
      isRowHeader: true,
      cell: (clock) => (
        <>
          {clock.name}
          <div className="dimmed">{clock.contractNumber}</div>
        </>
      ),
    },
    {
      key: 'state',
      header: t('deadlines.table.state'),
      cell: (clock) => <ClockState clock={clock} />,
    },
    { key: 'why', header: t('deadlines.table.why'), cell: (clock) => clock.why },
  ]
  return (
    <DataTable
      caption={t('deadlines.table.caption')}
      columns={columns}
      rows={data.clocks}
      rowKey={(clock) => clock.id}
    />
  )
}
