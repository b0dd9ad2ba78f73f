import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { firstUpper } from '../../../lib/first-upper.ts'
import { useLocale } from '../../../lib/locale.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Account } from './queries.ts'

type Month = Account['months'][number]

/** What the ledger says, month by month, which sums to the two first resources. */
export function MonthsTable({ account }: { account: Account }) {
  const t = useT()
  const locale = useLocale()
  const months = account.months.filter(({ state }) => state !== 'before')
  const [first] = months
  const hasMonthsBefore = months.length < account.months.length
  const isKnown = ({ state }: Month) => state === 'closed' || state === 'open'
  const columns: Column<Month>[] = [
    {
      key: 'month',
      header: t('sharedServices.months.month'),
      cell: (one) => {
        const name = firstUpper(formatMonth(one.month, locale))
        return isKnown(one) ? <Link href={`/gestion/cloture/${one.month}`}>{name}</Link> : name
      },
    },
    {
      key: 'state',
      header: t('sharedServices.months.state'),
      cell: ({ state }) => state !== 'before' && t(`sharedServices.months.${state}`),
    },
    {
      key: 'contributions',
      header: t('sharedServices.contributions'),
      cell: (one) => isKnown(one) && <MoneyText cents={one.contributionCents} />,
      isNumeric: true,
    },
    {
      key: 'cover',
      header: t('sharedServices.accidentCover'),
      cell: (one) => isKnown(one) && <MoneyText cents={one.accidentCoverCents} />,
      isNumeric: true,
    },
  ]
  return (
    <section aria-labelledby="months">
      <h2 id="months">{t('sharedServices.months.title')}</h2>
      {hasMonthsBefore && first && (
        <p>
          {t('sharedServices.months.before', { month: formatMonth(first.month, locale) })}{' '}
          {account.given === null && t('sharedServices.months.beforeHint')}
        </p>
      )}
      <DataTable
        caption={t('sharedServices.months.caption')}
        columns={columns}
        rows={months}
        rowKey={(one) => one.month}
        isCompared
        footer={
          <tr>
            <th scope="row" colSpan={2}>
              {t('staffFrame.total')}
            </th>
            <td className="numeric">
              <MoneyText cents={account.contributions.amountCents} />
            </td>
            <td className="numeric">
              <MoneyText cents={account.accidentCover.amountCents} />
            </td>
          </tr>
        }
      />
    </section>
  )
}
