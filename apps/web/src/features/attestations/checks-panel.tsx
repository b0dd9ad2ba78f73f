import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AttestationDetail } from './queries.ts'

type Check = AttestationDetail['lastChecks'][number]

/** When somebody verified the certificate, through which code and what they read; never who it was. */
export function ChecksPanel({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const { checks, lastChecks } = attestation
  return (
    <section className="panel" aria-labelledby="checks">
      <h2 id="checks">{t('attestations.checks.title')}</h2>
      <p>{t('attestations.checks.count', { count: checks })}</p>
      <p className="dimmed">{t('attestations.checks.hint')}</p>
      {lastChecks.length > 0 && <Checks checks={lastChecks} />}
    </section>
  )
}

function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Check>[] = [
    {
      key: 'at',
      header: t('attestations.checks.at'),
      cell: (row) => formatInstant(row.checkedAt, locale),
    },
    {
      key: 'door',
      header: t('attestations.checks.door'),
      cell: (row) => t(`attestations.checks.doors.${row.door}`),
    },
    {
      key: 'result',
      header: t('attestations.checks.result'),
      cell: (row) => (
        <StatusBadge look={row.result === 'genuine' ? 'success' : 'danger'}>
          {t(`attestations.checks.results.${row.result}`)}
        </StatusBadge>
      ),
    },
    {
      key: 'times',
      header: t('attestations.checks.times'),
      cell: (row) => row.times,
      isNumeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('attestations.checks.caption')}
      columns={columns}
      rows={checks}
      rowKey={(row) => `${row.checkedAt} ${row.door} ${row.result}`}
    />
  )
}
