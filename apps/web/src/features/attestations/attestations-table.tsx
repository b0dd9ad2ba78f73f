import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { periodText } from './period-text.ts'
import type { AttestationRow } from './queries.ts'

export function AttestationsTable({ rows }: { rows: readonly AttestationRow[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<AttestationRow>[] = [
    {
      key: 'number',
      header: t('attestations.table.number'),
      cell: (row) => (
        <Link className="attestation-number" href={`/gestion/attestations/${row.id}`}>
          {row.number}
        </Link>
      ),
    },
    {
      key: 'kind',
      header: t('attestations.table.kind'),
      cell: (row) => t(`attestations.kind.${row.kind}`),
    },
    {
      key: 'person',
      header: t('attestations.table.person'),
      cell: (row) => <Link href={`/gestion/personnes/${row.personId}`}>{row.personName}</Link>,
    },
    {
      key: 'period',
      header: t('attestations.table.period'),
      cell: (row) => periodText(row, locale),
    },
    {
      key: 'issuedOn',
      header: t('attestations.table.issuedOn'),
      cell: (row) => formatDate(row.issuedOn, locale, 'short'),
    },
    {
      key: 'state',
      header: t('attestations.table.state'),
      cell: (row) => <AttestationState state={row.state} />,
    },
    {
      key: 'checks',
      header: t('attestations.table.checks'),
      cell: (row) => row.checks,
      isNumeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('attestations.table.caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}

export function AttestationState({ state }: { state: AttestationRow['state'] }) {
  const t = useT()
  return (
    <StatusBadge look={state === 'issued' ? 'success' : 'danger'}>
      {t(`attestations.state.${state}`)}
    </StatusBadge>
  )
}
