import { IconAlertTriangle, IconCheck, IconMessage } from '@tabler/icons-react'
import { formatCents, formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import type { useKeyboardList } from '../../../ui/staff/use-keyboard-list.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { QueueRow } from './queries.ts'

interface QueueItemProps {
  row: QueueRow
  item: ReturnType<ReturnType<typeof useKeyboardList>['itemProps']>
  isShown: boolean
  isSelected: boolean
  onShow: (id: string) => void
}

/** One declaration of the list: who, how much, what is usual, what to look at. */
export function QueueItem({ row, item, isShown, isSelected, onShow }: QueueItemProps) {
  const t = useT()
  const locale = useLocale()
  const { onFocus, ...keys } = item
  return (
    <div
      {...keys}
      role="option"
      tabIndex={item.tabIndex}
      aria-selected={isShown}
      aria-checked={isSelected}
      className="queue-item"
      onFocus={() => {
        onFocus()
        if (row.id !== null) onShow(row.id)
      }}
    >
      <span className="queue-name">
        {isSelected && (
          <>
            <IconCheck size={16} aria-hidden />
            <span className="visually-hidden">{t('review.list.checked')} </span>
          </>
        )}
        {row.personName}
      </span>
      <span className="queue-amount">
        {row.isNil ? t('review.list.nil') : <MoneyText cents={row.salesCents ?? '0'} />}
      </span>
      <span className="queue-activity">
        {row.activityName}
        {row.usualCents !== null &&
          ` · ${t('review.list.usual', { amount: formatCents(BigInt(row.usualCents), locale) })}`}
      </span>
      <span className="queue-marks">
        {row.flags.length > 0 && (
          <span className="mark attention">
            <IconAlertTriangle size={16} aria-hidden />
            {t('review.list.flags', { count: row.flags.length })}
          </span>
        )}
        {row.hasAnswer && (
          <span className="mark">
            <IconMessage size={16} aria-hidden />
            {t('review.list.answer')}
          </span>
        )}
        {(row.recap === 'waiting' || row.recap === 'yes') && (
          <span className="mark">{t(`review.recap.mark.${row.recap}`)}</span>
        )}
        {row.isLate && <span className="mark">{t('review.list.late')}</span>}
        {row.isAdjustment && (
          <span className="mark">
            {t('review.list.adjustment', { month: formatMonth(row.concernsMonth, locale) })}
          </span>
        )}
        {row.state !== 'submitted' && (
          <span className="mark">{t(`review.state.${row.state}`)}</span>
        )}
      </span>
    </div>
  )
}
