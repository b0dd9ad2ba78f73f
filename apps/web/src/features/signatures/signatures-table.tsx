import { Checkbox } from '@mantine/core'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { SignatureLine } from './queries.ts'
import { SignatureState } from './signature-state.tsx'

interface SignaturesTableProps {
  lines: readonly SignatureLine[]
  chosen: ReadonlySet<string>
  /** Absent where nothing is signed from the list. */
  onChoose?: ((id: string, isChosen: boolean) => void) | undefined
}

/** What, who, whose turn, since when, until when, how it was signed so far. */
export function SignaturesTable({ lines, chosen, onChoose }: SignaturesTableProps) {
  const t = useT()
  const locale = useLocale()
  const age = ({ ageDays: count }: SignatureLine) =>
    count === 0 ? t('signatures.table.today') : t('signatures.table.days', { count })
  const selection: Column<SignatureLine>[] =
    onChoose === undefined
      ? []
      : [
          {
            key: 'select',
            header: t('signatures.table.select'),
            cell: (line) =>
              line.next?.side === 'cooperative' && (
                <Checkbox
                  aria-label={t('signatures.table.selectNamed', { title: line.title })}
                  checked={chosen.has(line.id)}
                  onChange={(event) => onChoose(line.id, event.currentTarget.checked)}
                />
              ),
          },
        ]
  const columns: Column<SignatureLine>[] = [
    ...selection,
    {
      key: 'title',
      header: t('signatures.table.title'),
      isRowHeader: true,
      cell: (line) => (
        <>
          <Link href={`/gestion/signatures/${line.id}`}>{line.title}</Link>
          <div className="dimmed">{line.reference}</div>
        </>
      ),
    },
    { key: 'people', header: t('signatures.table.people'), cell: (line) => line.people },
    { key: 'next', header: t('signatures.table.next'), cell: (line) => <Next line={line} /> },
    { key: 'age', header: t('signatures.table.age'), cell: age },
    {
      key: 'until',
      header: t('signatures.table.until'),
      cell: (line) =>
        line.isLate ? t('signatures.table.late') : formatDate(line.expiresOn, locale, 'short'),
    },
    {
      key: 'route',
      header: t('signatures.table.route'),
      cell: (line) =>
        line.routes.map((route) => <div key={route}>{t(`signatures.route.${route}`)}</div>),
    },
    {
      key: 'state',
      header: t('signatures.table.state'),
      cell: (line) => (
        <>
          <SignatureState state={line.state} />
          {line.isHelpWanted && <div>{t('signatures.table.help')}</div>}
          {line.lastRemindedAt !== null && (
            <div className="dimmed">
              {t('signatures.table.reminded', { date: formatInstant(line.lastRemindedAt, locale) })}
            </div>
          )}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('signatures.table.caption')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
    />
  )
}

function Next({ line }: { line: SignatureLine }) {
  const t = useT()
  if (line.next === null) return t('signatures.table.nobody')
  return (
    <>
      {line.next.printedName}
      <div className="dimmed">{t(`signatures.party.${line.next.state}`)}</div>
    </>
  )
}
