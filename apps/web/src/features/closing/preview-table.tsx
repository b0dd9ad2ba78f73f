import { isLargeChange } from '@terreau/domain/closing/change'
import { centsFromString } from '@terreau/domain/money/cents'
import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ChangeText } from './change-text.tsx'
import { PersonCell } from './person-cell.tsx'
import type { Preview, PreviewLine } from './queries.ts'

const COLUMNS = [
  'productionPurchaseCents',
  'otherExpenseCents',
  'contributionCents',
  'accidentCoverCents',
  'payCents',
  'bankCents',
  'movementCents',
] as const

/** Person by person; those whose sales moved most come first. */
export function PreviewTable({ month, preview }: { month: string; preview: Preview }) {
  const t = useT()
  const locale = useLocale()
  const moved = preview.lines.filter(hasMoved)
  const rows = [...moved, ...preview.lines.filter((line) => !hasMoved(line))]
  return (
    <div className="closing-people">
      {preview.previousTotals !== null && (
        <p>
          {moved.length === 0
            ? t('closing.preview.noneOnTop')
            : t('closing.preview.onTop', { count: moved.length })}
        </p>
      )}
      <DataTable
        caption={t('closing.preview.peopleCaption', { month: formatMonth(month, locale) })}
        columns={useColumns()}
        rows={rows}
        rowKey={(line) => `${line.activityId}${line.personId}`}
        isCompared
        footer={<TotalsRow totals={preview.totals} before={preview.previousTotals} />}
      />
    </div>
  )
}

function useColumns(): Column<PreviewLine>[] {
  const t = useT()
  return [
    {
      key: 'person',
      header: t('closing.preview.person'),
      cell: (line) => <PersonCell line={line} />,
      sortBy: (line) => line.personName,
    },
    {
      key: 'revenue',
      header: t('closing.preview.revenue'),
      cell: (line) => <MoneyText cents={line.revenueCents} />,
      isNumeric: true,
      sortBy: (line) => BigInt(line.revenueCents),
    },
    {
      key: 'before',
      header: t('closing.preview.revenueBefore'),
      cell: (line) => (
        <>
          {line.previous && <MoneyText cents={line.previous.revenueCents} />}{' '}
          <ChangeText before={line.previous?.revenueCents ?? '0'} now={line.revenueCents} />
        </>
      ),
      isNumeric: true,
    },
    ...COLUMNS.map((key) => ({
      key,
      header: t(`closing.figure.${key}`),
      cell: (line: PreviewLine) => <MoneyText cents={line[key]} />,
      isNumeric: true,
    })),
    {
      key: 'balances',
      header: t('closing.preview.balances'),
      cell: (line) => <Balances of={line} />,
      isNumeric: true,
    },
  ]
}

function TotalsRow(props: { totals: Preview['totals']; before: Preview['previousTotals'] }) {
  const t = useT()
  const { totals, before } = props
  return (
    <tr>
      <th scope="row">{t('staffFrame.total')}</th>
      <td className="numeric">
        <MoneyText cents={totals.revenueCents} />
      </td>
      <td className="numeric">
        {before && (
          <>
            <MoneyText cents={before.revenueCents} />{' '}
            <ChangeText before={before.revenueCents} now={totals.revenueCents} />
          </>
        )}
      </td>
      {COLUMNS.map((key) => (
        <td className="numeric" key={key}>
          <MoneyText cents={totals[key]} />
        </td>
      ))}
      <td className="numeric">
        <Balances of={totals} />
      </td>
    </tr>
  )
}

/** What the account had before the month, and has after it. */
function Balances({ of }: { of: Pick<PreviewLine, 'openingCents' | 'closingCents'> }) {
  return (
    <>
      <MoneyText cents={of.openingCents} />
      <br />
      <MoneyText cents={of.closingCents} />
    </>
  )
}

function hasMoved(line: PreviewLine): boolean {
  const before = centsFromString(line.previous?.revenueCents ?? '0')
  return isLargeChange(before, centsFromString(line.revenueCents))
}
