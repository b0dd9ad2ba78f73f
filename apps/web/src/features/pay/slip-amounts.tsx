import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import type { Column } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { Slip } from './slip-queries.ts'

const AMOUNTS = ['grossCents', 'netCents', 'netSocialCents', 'employerCostCents'] as const
export type SlipTotals = Record<(typeof AMOUNTS)[number], string>

type SlipRow = Pick<Slip, (typeof AMOUNTS)[number] | 'personId' | 'personName' | 'paidOn'> & {
  slipNumber: string
  contractNumber: string
}

/** Who was paid, when and what: the columns of a slip, whether it is planned or stands. */
export function useSlipColumns<Row extends SlipRow>(): Column<Row>[] {
  const t = useT()
  const locale = useLocale()
  return [
    {
      key: 'person',
      header: t('paySlips.person'),
      cell: (slip) => (
        <>
          <Link href={`/gestion/personnes/${slip.personId}`}>{slip.personName}</Link>
          <div className="dimmed">
            {slip.slipNumber === ''
              ? slip.contractNumber
              : t('paySlips.numbered', { contract: slip.contractNumber, slip: slip.slipNumber })}
          </div>
        </>
      ),
      isRowHeader: true,
    },
    {
      key: 'paidOn',
      header: t('paySlips.paidOn'),
      cell: (slip) => formatDate(slip.paidOn, locale, 'short'),
    },
    ...AMOUNTS.map((key) => ({
      key,
      header: t(`paySlips.${key}`),
      cell: (slip: Row) => <MoneyText cents={slip[key]} />,
      isNumeric: true,
    })),
  ]
}

/** The last row: what all slips add up to. `before` and `after` are the columns around the amounts. */
export function SlipTotalsRow(props: { totals: SlipTotals; before: number; after: number }) {
  const t = useT()
  const { totals, before, after } = props
  return (
    <tr>
      <th scope="row" colSpan={before}>
        {t('staffFrame.total')}
      </th>
      {AMOUNTS.map((key) => (
        <td className="numeric" key={key}>
          <MoneyText cents={totals[key]} />
        </td>
      ))}
      {after > 0 && <td colSpan={after} />}
    </tr>
  )
}
