import { formatDate } from '@terreau/i18n/format'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AttestationDetail, Facts } from './queries.ts'

type ArchivedLine = AttestationDetail['snapshot']['lines'][number]
type SourcedLine = Facts['lines'][number]

/** Printed values; with the row each one comes from while the document is not issued yet. */
export function FactLines({ lines }: { lines: readonly (ArchivedLine | SourcedLine)[] }) {
  const t = useT()
  const hasSource = lines.some((line) => 'source' in line)
  const columns: Column<ArchivedLine | SourcedLine>[] = [
    {
      key: 'what',
      header: t('attestations.facts.what'),
      cell: (line) => t(`attestations.facts.key.${line.key}`),
    },
    { key: 'value', header: t('attestations.facts.value'), cell: (line) => <Value line={line} /> },
  ]
  const source: Column<ArchivedLine | SourcedLine> = {
    key: 'source',
    header: t('attestations.facts.source'),
    cell: (line) => ('source' in line ? <Source line={line} /> : null),
  }
  return (
    <DataTable
      caption={t('attestations.facts.caption')}
      columns={hasSource ? [...columns, source] : columns}
      rows={lines}
      rowKey={(line) => `${line.key} ${line.value}`}
    />
  )
}

function Value({ line }: { line: ArchivedLine }): ReactNode {
  const t = useT()
  const locale = useLocale()
  if (line.format === 'date') return formatDate(line.value, locale, 'long')
  if (line.format === 'text') return line.value
  if (line.format === 'job')
    return t(`attestations.facts.job.${line.value === 'associate' ? 'associate' : 'entrepreneur'}`)
  if (line.value === '1') return t('attestations.facts.rank.1')
  return line.value === '2' ? t('attestations.facts.rank.2') : t('attestations.facts.rank.0')
}

function Source({ line }: { line: SourcedLine }) {
  const t = useT()
  const text = t(`attestations.facts.from.${line.source}`)
  if (line.source === 'person')
    return <Link href={`/gestion/personnes/${line.sourceId}`}>{text}</Link>
  if (line.source === 'contract')
    return <Link href={`/gestion/contrats/${line.sourceId}`}>{text}</Link>
  return text
}
