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
import type { QueueItem } from './queries.ts'

/** What, who, since when or for when, what happens otherwise, and the way there. */
export function WorkRow({ item, today }: { item: QueueItem; today: string }) {
  const t = useT()
  const locale = useLocale()
  const { icon: Icon, href } = KINDS[item.kind]
  const name = item.month === null ? '' : formatMonth(item.month, locale)
  const month = item.kind === 'close-month' ? firstUpper(name) : name
  return (
    <>
      <Icon size={22} aria-hidden />
      <div className="work-text">
        <p>
          <strong>{t(`home.item.${item.kind}.what`, { month })}</strong>
          {item.personName !== '' && ` · ${item.personName}`}
          {item.activityName !== '' && ` (${item.activityName})`}
        </p>
        <p className="dimmed">
          <When item={item} today={today} /> {t(`home.item.${item.kind}.otherwise`)}
        </p>
      </div>
      <Consequence item={item} />
      <Button component={Link} href={href(item)} variant="default">
        {t(`home.item.${item.kind}.act`)}
        <span className="visually-hidden"> : {item.personName || month}</span>
      </Button>
    </>
  )
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

function Consequence({ item: { consequence, article } }: { item: QueueItem }) {
  const t = useT()
  return (
    <StatusBadge look={LOOKS[consequence]}>
      {t(`home.consequence.${consequence}`)}
      {article !== '' && ` · ${article}`}
    </StatusBadge>
  )
}
