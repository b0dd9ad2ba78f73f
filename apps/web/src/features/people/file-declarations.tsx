import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { firstUpper } from '../../lib/first-upper.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { FileVehicles } from './file-vehicles.tsx'
import type { PersonFile } from './queries.ts'

type Line = PersonFile['declarations'][number]

const LOOKS: Readonly<Record<Line['state'], StatusLook>> = {
  draft: 'neutral',
  submitted: 'attention',
  question: 'info',
  accepted: 'success',
}

/** The last declarations, month by month, and the vehicles whose kilometres they count. */
export function FileDeclarations({ file }: { file: PersonFile }) {
  return (
    <>
      <Declarations file={file} />
      <FileVehicles personId={file.id} />
    </>
  )
}

function Declarations({ file }: { file: PersonFile }) {
  const t = useT()
  const locale = useLocale()
  if (file.declarations.length === 0)
    return <EmptyState kind="first" title={t('people.declarations.empty')} />
  const columns: Column<Line>[] = [
    {
      key: 'month',
      header: t('people.declarations.month'),
      cell: (line) => (
        <Link href={`/gestion/declarations/${line.id}`}>
          {firstUpper(formatMonth(line.month, locale))}
        </Link>
      ),
    },
    {
      key: 'state',
      header: t('people.declarations.state'),
      cell: (line) => (
        <StatusBadge look={LOOKS[line.state]}>
          {t(`people.declarationState.${line.state}`)}
        </StatusBadge>
      ),
    },
    { key: 'number', header: t('people.declarations.number'), cell: (line) => line.number },
    {
      key: 'sent',
      header: t('people.declarations.sent'),
      cell: (line) =>
        line.submittedAt === null
          ? t('people.declarations.notSent')
          : formatInstant(line.submittedAt, locale),
    },
  ]
  return (
    <DataTable
      caption={t('people.declarations.caption')}
      columns={columns}
      rows={file.declarations}
      rowKey={(line) => line.id}
    />
  )
}
