import { Link } from 'wouter'
import { useCan } from '../../../lib/session.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { declareForHref } from './declare-for-href.ts'
import type { QueueRow } from './queries.ts'

/** Who has not declared: their file, and a way to declare for them on the phone. */
export function MissingTable({ rows, month }: { rows: readonly QueueRow[]; month: string }) {
  const t = useT()
  const mayDeclare = useCan('declaration.declare-for')
  const columns: Column<QueueRow>[] = [
    {
      key: 'person',
      header: t('review.list.person'),
      cell: (row) => <Link href={`/gestion/personnes/${row.personId}`}>{row.personName}</Link>,
    },
    { key: 'activity', header: t('review.list.activity'), cell: (row) => row.activityName },
    {
      key: 'state',
      header: t('review.list.state'),
      cell: (row) => (
        <StatusBadge
          look={row.state === 'draft' || row.state === 'returned' ? 'info' : 'attention'}
        >
          {t(`review.state.${row.state}`)}
        </StatusBadge>
      ),
    },
  ]
  if (mayDeclare) {
    columns.push({
      key: 'acts',
      header: t('review.list.acts'),
      cell: (row) => (
        <Link href={declareForHref(row, month)}>
          {t('review.declareFor.open')}
          <span className="visually-hidden"> {row.personName}</span>
        </Link>
      ),
    })
  }
  return (
    <DataTable
      caption={t('review.view.missing', { count: rows.length })}
      isCaptionShown
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.personId}${row.activityId}`}
    />
  )
}
