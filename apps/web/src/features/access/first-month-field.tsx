import {
  nextMonth,
  previousMonth,
  type YearMonth,
  yearMonth,
} from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { SelectField } from '../../ui/phone/select-field.tsx'
import type { BoundField } from './installation-form.ts'

const MONTHS_BACK = 24

/** The first month kept here: what came before is taken over as opening balances. */
export function FirstMonthField(field: BoundField) {
  const locale = useLocale()
  return (
    <SelectField
      {...field}
      options={recentMonths().map((month) => ({ value: month, label: formatMonth(month, locale) }))}
    />
  )
}

function recentMonths(): YearMonth[] {
  const months = [nextMonth(yearMonth(todayInZone().slice(0, 7)))]
  for (let n = 0; n < MONTHS_BACK; n += 1) {
    const last = months.at(-1)
    if (last !== undefined) months.push(previousMonth(last))
  }
  return months
}
