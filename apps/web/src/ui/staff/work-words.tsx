import { daysBetween, localDate } from '@terreau/domain/time/local-date'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { dayInZone } from '../../lib/today.ts'
import type { WorkItem } from '../../lib/work.ts'
import { StatusBadge } from './status-badge.tsx'
import { useT } from './words.ts'

interface WorkWordsProps {
  item: WorkItem
  today: string
  /** False on the page of the person. */
  withName?: boolean
}

/** The two lines of a thing to do. */
export function WorkWords({ item, today, withName = true }: WorkWordsProps) {
  const t = useT()
  const month = useWorkMonth(item)
  return (
    <>
      <p>
        <strong>{t(`home.item.${item.kind}.what`, { month })}</strong>
        {withName && item.personName !== '' && ` · ${item.personName}`}
        {item.activityName !== '' && ` (${item.activityName})`}
      </p>
      <p className="dimmed">
        <When item={item} today={today} /> {t(`home.item.${item.kind}.otherwise`)}
      </p>
    </>
  )
}

/** The month as the words of a kind name it. */
export function useWorkMonth({ month, kind }: WorkItem): string {
  const locale = useLocale()
  const name = month === null ? '' : formatMonth(month, locale)
  return kind === 'close-month' ? firstUpper(name) : name
}

function When({ item, today }: WorkWordsProps) {
  const t = useT()
  const locale = useLocale()
  const sinceDay = item.since === null ? null : dayInZone(item.since)
  const exact = t(`home.item.${item.kind}.when`, {
    since: sinceDay === null ? '' : formatDate(sinceDay, locale),
    due: item.dueOn === null ? '' : formatDate(item.dueOn, locale),
  })
  const day = item.dueOn ?? sinceDay
  if (day === null) return exact
  const ahead = daysBetween(localDate(today), localDate(day))
  if (item.dueOn !== null && ahead > 0) return `${exact} ${t('home.inDays', { count: ahead })}`
  if (ahead === 0) return item.dueOn === null ? exact : `${exact} ${t('home.dueToday')}`
  return ahead < 0 ? `${exact} ${t('home.sinceDays', { count: -ahead })}` : exact
}

const LOOKS = {
  'blocks-closing': 'danger',
  'blocks-pay': 'danger',
  'legal-deadline': 'danger',
  'work-stops': 'attention',
  'certificate-waits': 'attention',
  courtesy: 'neutral',
} as const

/** What happens if nobody acts, with the text that sets the day. */
export function Consequence({ item: { consequence, article } }: { item: WorkItem }) {
  const t = useT()
  return (
    <StatusBadge look={LOOKS[consequence]}>
      {t(`home.consequence.${consequence}`)}
      {article !== '' && ` · ${article}`}
    </StatusBadge>
  )
}
