import { Link } from 'wouter'
import { Countdown } from '../../ui/staff/countdown.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Deadline } from './queries.ts'

/** One line per date: when, what, who, and the sum that gives the date. */
export function DeadlinesTable({ lines }: { lines: readonly Deadline[] }) {
  const t = useT()
  const columns: Column<Deadline>[] = [
    {
      key: 'date',
      header: t('deadlines.table.date'),
      cell: (line) => <Countdown on={line.endsOn} daysLeft={line.daysLeft} />,
    },
    {
      key: 'person',
      header: t('deadlines.table.person'),
      isRowHeader: true,
      cell: (line) => (
        <>
          <Link href={`/gestion/personnes/${line.personId}?onglet=dates`}>{line.personName}</Link>
          {line.adviserName !== null && <div className="dimmed">{line.adviserName}</div>}
        </>
      ),
    },
    {
      key: 'what',
      header: t('deadlines.table.what'),
      cell: (line) => (
        <>
          {line.name}
          <div className="dimmed">{line.effect}</div>
        </>
      ),
    },
    {
      key: 'contract',
      header: t('deadlines.table.contract'),
      cell: (line) =>
        line.contractId === null ? null : (
          <Link className="contract-number" href={`/gestion/contrats/${line.contractId}`}>
            {line.contractNumber}
          </Link>
        ),
    },
    { key: 'why', header: t('deadlines.table.why'), cell: (line) => line.why },
  ]
  return (
    <DataTable
      caption={t('deadlines.table.caption')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
    />
  )
}
