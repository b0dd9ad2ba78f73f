import { accountName, describeLine } from '@terreau/i18n/account-lines'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { dayInZone } from '../../lib/today.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Posting } from './queries.ts'
import { SideCell } from './side-cell.tsx'

interface JournalRow {
  key: string
  posting: Posting
  line: Posting['lines'][number]
}

/** One row per line of an entry: who, which account, debit or credit. */
export function JournalTable({ postings }: { postings: readonly Posting[] }) {
  const t = useT()
  const locale = useLocale()
  const rows = postings.flatMap((posting) =>
    posting.lines.map((line, index) => ({ key: `${posting.id}-${index}`, posting, line })),
  )
  const columns: Column<JournalRow>[] = [
    {
      key: 'postedAt',
      header: t('ledger.journal.postedAt'),
      cell: ({ posting }) => formatDate(dayInZone(posting.postedAt), locale, 'short'),
    },
    {
      key: 'kind',
      header: t('ledger.journal.kind'),
      cell: (row) => <Kind posting={row.posting} />,
    },
    { key: 'who', header: t('ledger.journal.who'), cell: (row) => <Who posting={row.posting} /> },
    {
      key: 'account',
      header: t('ledger.journal.account'),
      cell: ({ line }) => `${line.chartCode} ${accountName(locale, line.accountKind)}`,
    },
    {
      key: 'label',
      header: t('ledger.journal.label'),
      cell: ({ posting, line }) =>
        describeLine(locale, { ...line, bookedMonth: posting.month }).label,
    },
    {
      key: 'debit',
      header: t('ledger.journal.debit'),
      cell: ({ line }) => <SideCell cents={BigInt(line.amountCents)} />,
      isNumeric: true,
    },
    {
      key: 'credit',
      header: t('ledger.journal.credit'),
      cell: ({ line }) => <SideCell cents={-BigInt(line.amountCents)} />,
      isNumeric: true,
    },
  ]
  return (
    <div className="journal-lines">
      <DataTable
        caption={t('ledger.journal.postingsCaption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
      />
    </div>
  )
}

function Kind({ posting }: { posting: Posting }) {
  const t = useT()
  const locale = useLocale()
  const name = t(`ledger.journal.kinds.${posting.kind}`)
  return (
    <>
      {posting.declarationId === null ? (
        name
      ) : (
        <Link href={`/gestion/declarations/${posting.declarationId}`}>{name}</Link>
      )}
      {posting.concernsMonth !== posting.month &&
        ` ${t('ledger.journal.concerns', { month: formatMonth(posting.concernsMonth, locale) })}`}
      {posting.isReversed && <div className="dimmed">{t('ledger.journal.reversed')}</div>}
    </>
  )
}

function Who({ posting }: { posting: Posting }) {
  if (posting.activityId === null) return null
  return (
    <>
      <Link href={`/gestion/comptes/${posting.activityId}`}>{posting.personName}</Link>
      <div className="dimmed">{posting.activityName}</div>
    </>
  )
}
