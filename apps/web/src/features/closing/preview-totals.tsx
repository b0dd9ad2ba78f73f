import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ChangeText } from './change-text.tsx'
import { FIGURE_KEYS } from './figure-keys.ts'
import type { Preview } from './queries.ts'

type FigureKey = (typeof FIGURE_KEYS)[number]

/** Each figure of the cooperative, this month and the one before. */
export function PreviewTotals({ month, preview }: { month: string; preview: Preview }) {
  const t = useT()
  const locale = useLocale()
  const { totals, previousTotals: before } = preview
  const columns: Column<FigureKey>[] = [
    {
      key: 'figure',
      header: t('closing.preview.figure'),
      cell: (key) => t(`closing.figure.${key}`),
    },
    {
      key: 'now',
      header: t('closing.preview.now'),
      cell: (key) => <MoneyText cents={totals[key]} />,
      isNumeric: true,
    },
  ]
  if (before !== null) {
    columns.push(
      {
        key: 'before',
        header: t('closing.preview.before'),
        cell: (key) => <MoneyText cents={before[key]} />,
        isNumeric: true,
      },
      {
        key: 'change',
        header: t('closing.preview.change'),
        cell: (key) => <ChangeText before={before[key]} now={totals[key]} />,
        isNumeric: true,
      },
    )
  }
  return (
    <div className="month-figures">
      {before === null && <p>{t('closing.preview.noBefore')}</p>}
      <DataTable
        caption={t('closing.preview.totalsCaption', { month: formatMonth(month, locale) })}
        columns={columns}
        rows={FIGURE_KEYS}
        rowKey={(key) => key}
      />
    </div>
  )
}
