import { localDate } from '@terreau/domain/time/local-date'
import {
  addMonths,
  compareMonths,
  monthOf,
  monthsBetween,
  yearMonth,
} from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { useSearchParams } from 'wouter'
import { firstUpper } from '../../../lib/first-upper.ts'
import { useLocale } from '../../../lib/locale.ts'
import { todayInZone } from '../../../lib/today.ts'
import { SelectField } from '../../../ui/staff/fields.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Queue } from './queries.ts'

/** The month shown, kept in the address. */
export function MonthField({ queue }: { queue: Queue }) {
  const t = useT()
  const locale = useLocale()
  const [, setParams] = useSearchParams()
  const first = yearMonth(queue.firstMonth)
  const shown = yearMonth(queue.month)
  const today = monthOf(localDate(todayInZone()))
  const last = compareMonths(shown, today) > 0 ? shown : today
  const months = Array.from({ length: monthsBetween(first, last) + 1 }, (_unused, index) =>
    addMonths(last, -index),
  )
  const choose = (month: string) =>
    setParams((params) => {
      params.set('mois', month)
      params.delete('d')
      return params
    })
  return (
    <SelectField
      name="mois"
      label={t('review.month')}
      value={shown}
      onChange={choose}
      options={months.map((month) => ({
        value: month,
        label: firstUpper(formatMonth(month, locale)),
      }))}
    />
  )
}
