import { Button } from '@mantine/core'
import { formatRateBp } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Account, Line } from './queries.ts'

interface Row {
  key: string
  nature: string
  label: string
  source: string
  amountCents: string
  sharePermille: number | null
  /** Null for what the ledger knows, which nobody types. */
  line: Line | null
}

interface SideTableProps {
  side: 'resources' | 'charges'
  account: Account
  /** Null when nothing can be changed. */
  onEdit: ((line: Line) => void) | null
}

/** One side of the account: what the ledger knows, then what was entered, and the total. */
export function SideTable({ side, account, onEdit }: SideTableProps) {
  const t = useT()
  const rows = useRows(side, account)
  const canEdit = onEdit !== null && rows.some(({ line }) => line !== null)
  const columns = useColumns(canEdit ? onEdit : null)
  const total = side === 'resources' ? account.resourcesCents : account.chargesCents
  return (
    <section aria-labelledby={side}>
      <h2 id={side}>{t(`sharedServices.${side}.title`)}</h2>
      {rows.length === 0 ? (
        <p>{t('sharedServices.charges.empty')}</p>
      ) : (
        <DataTable
          caption={t(`sharedServices.${side}.caption`)}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
          footer={
            <tr>
              <th scope="row" colSpan={4}>
                {t(`sharedServices.${side}.total`)}
              </th>
              <td className="numeric">
                <MoneyText cents={total} />
              </td>
              {canEdit && <td />}
            </tr>
          }
        />
      )}
    </section>
  )
}

function useRows(side: 'resources' | 'charges', account: Account): Row[] {
  const t = useT()
  const entered = account[side].map((line) => ({
    ...line,
    key: line.id,
    nature: t(`sharedServices.nature.${line.nature}`),
    line,
  }))
  if (side === 'charges') return entered
  const isClosed = account.months.every(({ state }) => state === 'closed' || state === 'before')
  const source = t(`sharedServices.${isClosed ? 'fromClosings' : 'fromBooks'}`)
  const computed = { label: '', source, line: null }
  const contributions = {
    ...{ ...computed, ...account.contributions, key: 'contributions' },
    nature: t('sharedServices.contributions'),
  }
  const cover = {
    ...{ ...computed, ...account.accidentCover, key: 'cover' },
    nature: t('sharedServices.accidentCover'),
  }
  return [contributions, ...(account.accidentCover.amountCents === '0' ? [] : [cover]), ...entered]
}

function useColumns(onEdit: ((line: Line) => void) | null): Column<Row>[] {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Row>[] = [
    { key: 'nature', header: t('sharedServices.column.nature'), cell: (row) => row.nature },
    { key: 'label', header: t('sharedServices.column.label'), cell: (row) => row.label },
    { key: 'source', header: t('sharedServices.column.source'), cell: (row) => row.source },
    {
      key: 'share',
      header: t('sharedServices.column.share'),
      cell: ({ sharePermille }) =>
        sharePermille === null ? '' : formatRateBp(BigInt(sharePermille) * 10n, locale),
      isNumeric: true,
    },
    {
      key: 'amount',
      header: t('sharedServices.column.amount'),
      cell: (row) => <MoneyText cents={row.amountCents} />,
      isNumeric: true,
    },
  ]
  if (onEdit === null) return columns
  return [
    ...columns,
    {
      key: 'edit',
      header: t('sharedServices.column.edit'),
      cell: ({ line, nature, label }) =>
        line !== null && (
          <Button
            variant="default"
            size="compact-sm"
            w="max-content"
            aria-label={t('sharedServices.line.change', { name: label === '' ? nature : label })}
            onClick={() => onEdit(line)}
          >
            {t('sharedServices.column.edit')}
          </Button>
        ),
    },
  ]
}
