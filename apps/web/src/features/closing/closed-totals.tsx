import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { FIGURE_KEYS } from './figure-keys.ts'
import type { Closing } from './queries.ts'

type FigureKey = (typeof FIGURE_KEYS)[number]

/** The frozen figures of the cooperative. */
export function ClosedTotals({ closing }: { closing: Closing }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<FigureKey>[] = [
    {
      key: 'figure',
      header: t('closing.preview.figure'),
      cell: (key) => t(`closing.figure.${key}`),
    },
    {
      key: 'amount',
      header: t('closing.preview.now'),
      cell: (key) => <MoneyText cents={closing.totals[key]} />,
      isNumeric: true,
    },
  ]
  return (
    <div className="month-figures">
      <DataTable
        caption={t('closing.done.totalsCaption', { month: formatMonth(closing.month, locale) })}
        columns={columns}
        rows={FIGURE_KEYS}
        rowKey={(key) => key}
      />
    </div>
  )
}
