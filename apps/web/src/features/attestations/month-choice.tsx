import { Checkbox } from '@mantine/core'
import type { IssuableKind } from '@terreau/domain/attestations/kinds'
import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Facts } from './queries.ts'

interface MonthChoiceProps {
  kind: IssuableKind
  offered: Facts['months']
  chosen: readonly string[]
  error: string | null
  onChoose: (months: readonly string[]) => void
}

/** The months of the person, newest first; one that is not closed yet says so. */
export function MonthChoice({ kind, offered, chosen, error, onChoose }: MonthChoiceProps) {
  const t = useT()
  const locale = useLocale()
  // A meeting took place or not, whether the accounts of its month are closed or not.
  const isAttendance = kind === 'attendance'
  const labelOf = (month: string, isClosed: boolean) => {
    const name = formatMonth(month, locale)
    return isClosed || isAttendance ? name : t('attestations.issue.openMonth', { month: name })
  }
  const hint = isAttendance
    ? t(offered.length === 0 ? 'attestations.issue.noMeeting' : 'attestations.issue.meetingsHint')
    : t(offered.length === 0 ? 'attestations.issue.noMonth' : 'attestations.issue.monthsHint')
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
