import { fullName } from '@terreau/domain/names/full-name'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { PayLine } from './queries.ts'

const LOOKS: Readonly<Record<PayLine['state'], StatusLook>> = {
  covered: 'success',
  uncovered: 'danger',
  paid: 'neutral',
  'not-written': 'attention',
}

/** One row for each CESA that covers a day of the month. */
export function PayTable({ lines }: { lines: readonly PayLine[] }) {
  const t = useT()
  const locale = useLocale()
  const shortDays = ({ from, to }: { from: string; to: string }) => ({
    from: formatDate(from, locale, 'short'),
    to: formatDate(to, locale, 'short'),
  })
  const columns: Column<PayLine>[] = [
    {
      key: 'person',
      header: t('pay.month.person'),
      cell: (line) => <Link href={`/gestion/personnes/${line.personId}`}>{fullName(line)}</Link>,
    },
    {
      key: 'contract',
      header: t('pay.month.contract'),
      cell: (line) => (
        <Link href={`/gestion/contrats/${line.contractId}`}>{line.contractNumber}</Link>
      ),
    },
    {
      key: 'days',
      header: t('pay.month.days'),
      cell: (line) => (
        <>
          {line.isWholeMonth ? t('pay.month.whole') : t('pay.month.part', shortDays(line))}
          {line.suspended.map((days) => (
            <div key={days.from}>{t('pay.month.suspended', shortDays(days))}</div>
          ))}
        </>
      ),
    },
    {
      key: 'fixed',
      header: t('pay.month.fixed'),
      isNumeric: true,
      cell: (line) =>
        line.fixedPartCents === null ? '—' : <MoneyText cents={line.fixedPartCents} />,
    },
    {
      key: 'available',
      header: t('pay.month.available'),
      isNumeric: true,
      cell: (line) => (
        <Link href={`/gestion/comptes/${line.activityId}`}>
          <MoneyText cents={line.availableCents} />
        </Link>
      ),
    },
    {
      key: 'state',
      header: t('pay.month.state'),
      cell: (line) => (
        <StatusBadge look={LOOKS[line.state]}>{t(`pay.month.states.${line.state}`)}</StatusBadge>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('pay.month.caption')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.contractId}
    />
  )
}
