import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { PersonCell } from './person-cell.tsx'
import type { Closing, ClosingLine } from './queries.ts'

const AMOUNTS = ['revenueCents', 'contributionCents', 'movementCents', 'closingCents'] as const

/** The frozen figures of each person, and the statement that was drawn from them. */
export function StatementsTable({ closing }: { closing: Closing }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<ClosingLine>[] = [
    {
      key: 'person',
      header: t('closing.preview.person'),
      cell: (line) => <PersonCell line={line} />,
      sortBy: (line) => line.personName,
    },
    ...AMOUNTS.map((key) => ({
      key,
      header: t(`closing.figure.${key}`),
      cell: (line: ClosingLine) => <MoneyText cents={line[key]} />,
      isNumeric: true,
      sortBy: (line: ClosingLine) => BigInt(line[key]),
    })),
    {
      key: 'statement',
      header: t('closing.done.statements'),
      cell: (line) => <StatementLink month={closing.month} line={line} />,
    },
  ]
  return (
    <DataTable
      caption={t('closing.done.peopleCaption', { month: formatMonth(closing.month, locale) })}
      columns={columns}
      rows={closing.lines}
      rowKey={(line) => `${line.activityId}${line.personId}`}
    />
  )
}

function StatementLink({ month, line }: { month: string; line: ClosingLine }) {
  const t = useT()
  const mayMend = useCan('person.edit')
  if (!line.hasStatement && !line.isNamePrintable) {
    if (!mayMend) return t('closing.done.nameNotPrintable')
    return (
      <Link
        href={`/gestion/personnes/${line.personId}/modifier`}
        aria-label={t('closing.progress.mend', { name: line.personName })}
      >
        {t('closing.done.nameNotPrintable')}
      </Link>
    )
  }
  if (!line.hasStatement) return t('closing.done.statementSoon')
  const params = { activityId: line.activityId, month }
  return (
    <a
      href={apiUrl('GET /activities/:activityId/statements/:month', { params })}
      aria-label={t('closing.done.statementOf', { name: line.personName })}
    >
      {t('closing.done.statement')}
    </a>
  )
}
