import { Checkbox, Fieldset } from '@mantine/core'
import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Facts } from './queries.ts'

interface MonthChoiceProps {
  offered: Facts['months']
  chosen: readonly string[]
  onChoose: (months: readonly string[]) => void
}

/** The closed months of the person, newest first. */
export function MonthChoice({ offered, chosen, onChoose }: MonthChoiceProps) {
  const t = useT()
  const locale = useLocale()
  const toggle = (month: string, isOn: boolean) =>
    onChoose(isOn ? [...chosen, month].sort() : chosen.filter((one) => one !== month))
  return (
    <Fieldset legend={t('attestations.issue.months')} id="months" tabIndex={-1}>
      <p className="dimmed">
        {t(offered.length === 0 ? 'attestations.issue.noMonth' : 'attestations.issue.monthsHint')}
      </p>
      <div className="radio-list">
        {offered.toReversed().map(({ month }) => (
          <Checkbox
            key={month}
            label={formatMonth(month, locale)}
            checked={chosen.includes(month)}
            onChange={(event) => toggle(month, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Fieldset>
  )
}
