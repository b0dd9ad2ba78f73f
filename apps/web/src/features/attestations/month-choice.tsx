import { Checkbox } from '@mantine/core'
import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Facts } from './queries.ts'

interface MonthChoiceProps {
  offered: Facts['months']
  chosen: readonly string[]
  error: string | null
  onChoose: (months: readonly string[]) => void
}

/** The months of the person, newest first; one that is not closed yet says so. */
export function MonthChoice({ offered, chosen, error, onChoose }: MonthChoiceProps) {
  const t = useT()
  const locale = useLocale()
  const labelOf = (month: string, isClosed: boolean) => {
    const name = formatMonth(month, locale)
    return isClosed ? name : t('attestations.issue.openMonth', { month: name })
  }
  const hint =
    offered.length === 0 ? t('attestations.issue.noMonth') : t('attestations.issue.monthsHint')
  return (
    <Checkbox.Group
      id="months"
      error={error ?? undefined}
      label={t('attestations.issue.months')}
      description={hint}
      value={[...chosen]}
      onChange={(months) => onChoose([...months].sort())}
    >
      <div className="radio-list">
        {offered.toReversed().map(({ month, closing }) => (
          <Checkbox key={month} value={month} label={labelOf(month, closing !== null)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
