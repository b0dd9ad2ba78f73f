import { formatMinutes, formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { FactLines } from './fact-lines.tsx'
import { FactMonths } from './fact-months.tsx'
import type { AttestationDetail } from './queries.ts'

type Snapshot = AttestationDetail['snapshot']

/** What was archived on the day of issue. */
export function SnapshotPanel({ snapshot }: { snapshot: Snapshot }) {
  const t = useT()
  return (
    <section className="panel" aria-labelledby="snapshot">
      <h2 id="snapshot">{t('attestations.detail.snapshot')}</h2>
      <p className="dimmed">{t('attestations.detail.snapshotHint')}</p>
      <div className="facts-preview">
        {snapshot.months.length > 0 && <FactMonths months={snapshot.months} />}
        {snapshot.hours.length > 0 && <Hours hours={snapshot.hours} />}
        <FactLines lines={snapshot.lines} />
        {snapshot.freeText && <FreeText freeText={snapshot.freeText} />}
      </div>
    </section>
  )
}

function FreeText({ freeText }: { freeText: NonNullable<Snapshot['freeText']> }) {
  const t = useT()
  return (
    <div>
      <h3>{t('attestations.templates.printed', { version: freeText.version })}</h3>
      <p className="template-body">{freeText.paragraphs.join('\n\n')}</p>
    </div>
  )
}

function Hours({ hours }: { hours: Snapshot['hours'] }) {
  const t = useT()
  const locale = useLocale()
  const kindColumn: Column<Snapshot['hours'][number]> = {
    key: 'kind',
    header: t('attestations.facts.kind'),
    cell: (row) => (row.kind === null ? '' : t(`tutoring.kind.${row.kind}`)),
  }
  const columns: Column<Snapshot['hours'][number]>[] = [
    {
      key: 'month',
      header: t('attestations.facts.month'),
      cell: (row) => formatMonth(row.month, locale),
    },
    ...(hours.some((row) => row.kind !== null) ? [kindColumn] : []),
    {
      key: 'sessions',
      header: t('attestations.facts.sessions'),
      cell: (row) => row.sessions,
      isNumeric: true,
    },
    {
      key: 'noted',
      header: t('attestations.facts.noted'),
      cell: (row) => formatMinutes(row.notedMinutes, locale),
      isNumeric: true,
    },
    {
      key: 'confirmed',
      header: t('attestations.facts.confirmed'),
      cell: (row) => formatMinutes(row.confirmedMinutes, locale),
      isNumeric: true,
    },
    {
      key: 'approved',
      header: t('attestations.facts.approved'),
      cell: (row) =>
        row.approvedMinutes === null ? '' : formatMinutes(row.approvedMinutes, locale),
      isNumeric: true,
    },
  ]
  return (
    <DataTable
      caption={t('attestations.facts.hoursCaption')}
      columns={columns}
      rows={hours}
      rowKey={(row) => `${row.month} ${row.kind}`}
    />
  )
}
