import { Button } from '@mantine/core'
import { daysBetween, localDate } from '@terreau/domain/time/local-date'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { dayInParis } from '../../lib/today.ts'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { KINDS } from './kinds.ts'
import { MarkNotes } from './mark-notes.tsx'
import type { QueueItem } from './queries.ts'
import { type NoteProps, WorkNoting } from './work-noting.tsx'

export type { Noting } from './work-noting.tsx'

/** What, who, since when or for when, what happens otherwise, and the way there. */
export function WorkRow(props: NoteProps) {
  const { item, today } = props
  const t = useT()
  const { icon: Icon, href } = KINDS[item.kind]
  const month = useMonth(item)
  return (
    <>
      <Icon size={22} aria-hidden />
      <div className="work-text">
        <WorkWords item={item} today={today} />
        <MarkNotes item={item} />
      </div>
      <Consequence item={item} />
      <div className="work-acts">
        <Button component={Link} href={href(item)} variant="default">
          {t(`home.item.${item.kind}.act`)}
          <span className="visually-hidden"> : {item.personName || month}</span>
        </Button>
        <WorkNoting {...props} />
      </div>
    </>
  )
}

/** The two lines of a thing to do. */
export function WorkWords({ item, today }: { item: QueueItem; today: string }) {
  const t = useT()
  const month = useMonth(item)
  return (
    <>
      <p>
        <strong>{t(`home.item.${item.kind}.what`, { month })}</strong>
        {item.personName !== '' && ` · ${item.personName}`}
        {item.activityName !== '' && ` (${item.activityName})`}
      </p>
      <p className="dimmed">
        <When item={item} today={today} /> {t(`home.item.${item.kind}.otherwise`)}
      </p>
    </>
  )
}

function useMonth({ month, kind }: QueueItem): string {
  const locale = useLocale()
  const name = month === null ? '' : formatMonth(month, locale)
  return kind === 'close-month' ? firstUpper(name) : name
}

function When({ item, today }: { item: QueueItem; today: string }) {
  const t = useT()
  const locale = useLocale()
  const sinceDay = item.since === null ? null : dayInParis(item.since)
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
export function Consequence({ item: { consequence, article } }: { item: QueueItem }) {
  const t = useT()
  return (
    <StatusBadge look={LOOKS[consequence]}>
      {t(`home.consequence.${consequence}`)}
      {article !== '' && ` · ${article}`}
    </StatusBadge>
  )
}
