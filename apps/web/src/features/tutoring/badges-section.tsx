import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { dayInZone } from '../../lib/today.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useIssueBadge } from './mutations.ts'
import { type Badge, type Badges, tutoringQueries } from './queries.ts'
import { RevokeBadgeForm } from './revoke-badge-form.tsx'

type Due = Badges['due'][number]

const MINUTES_OF_AN_HOUR = 60

/** Badges to give and badges given, by name and by day: tutors are never compared. */
export function BadgesSection() {
  const t = useT()
  const list = useInfiniteQuery(tutoringQueries.badges())
  const [revoked, setRevoked] = useState<Badge | null>(null)
  const [first] = list.data?.pages ?? []
  const badges = list.data?.pages.flatMap((page) => page.badges) ?? []
  return (
    <section aria-labelledby="badges">
      <h2 id="badges">{t('tutoring.badges.title')}</h2>
      <p>{t('tutoring.badges.hint')}</p>
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {first && first.thresholds.length === 0 && <p>{t('tutoring.badges.noThreshold')}</p>}
      {first && first.thresholds.length > 0 && <DueTable due={first.due} />}
      {first && badges.length > 0 && <GivenTable badges={badges} onRevoke={setRevoked} />}
      <MoreRows list={list} label={t('tutoring.badges.more')} />
      {revoked && (
        <RevokeBadgeForm key={revoked.id} badge={revoked} onDone={() => setRevoked(null)} />
      )}
    </section>
  )
}

function DueTable({ due }: { due: readonly Due[] }) {
  const t = useT()
  const locale = useLocale()
  const mayGive = useCan('tutoring.approve')
  const issue = useIssueBadge()
  const columns: Column<Due>[] = [
    { key: 'person', header: t('tutoring.badges.person'), cell: (one) => one.personName },
    { key: 'badge', header: t('tutoring.badges.badge'), cell: (one) => <HoursOf of={one} /> },
    {
      key: 'approved',
      header: t('tutoring.badges.approved'),
      cell: (one) => formatMinutes(one.approvedMinutes, locale),
      isNumeric: true,
    },
    {
      key: 'act',
      header: t('tutoring.badges.act'),
      cell: (one) =>
        mayGive && (
          <Button
            variant="default"
            size="compact-sm"
            loading={issue.isPending && issue.variables.personId === one.personId}
            aria-label={t('tutoring.badges.give', {
              hours: one.thresholdMinutes / MINUTES_OF_AN_HOUR,
              name: one.personName,
            })}
            onClick={() =>
              issue.mutate({ personId: one.personId, thresholdMinutes: one.thresholdMinutes })
            }
          >
            {t('tutoring.badges.giveShort')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <h3>{t('tutoring.badges.due')}</h3>
      <SavedNotice>{issue.data && t('tutoring.badges.done')}</SavedNotice>
      {issue.error && <ErrorBlock error={issue.error} />}
      {due.length === 0 ? (
        <p>{t('tutoring.badges.noneDue')}</p>
      ) : (
        <DataTable
          caption={t('tutoring.badges.dueCaption')}
          columns={columns}
          rows={due}
          rowKey={(one) => `${one.personId} ${one.thresholdMinutes}`}
        />
      )}
    </>
  )
}

function GivenTable({
  badges,
  onRevoke,
}: {
  badges: readonly Badge[]
  onRevoke: (badge: Badge) => void
}) {
  const t = useT()
  const locale = useLocale()
  const mayRevoke = useCan('tutoring.approve')
  const columns: Column<Badge>[] = [
    {
      key: 'person',
      header: t('tutoring.badges.person'),
      cell: (one) => (
        <a href={one.url} aria-label={t('tutoring.badges.see', { name: one.personName })}>
          {one.personName}
        </a>
      ),
    },
    { key: 'badge', header: t('tutoring.badges.badge'), cell: (one) => <HoursOf of={one} /> },
    {
      key: 'on',
      header: t('tutoring.badges.on'),
      cell: (one) => formatDate(dayInZone(one.issuedAt), locale, 'long'),
    },
    { key: 'state', header: t('tutoring.badges.state'), cell: (one) => <StateOf badge={one} /> },
    {
      key: 'act',
      header: t('tutoring.badges.act'),
      cell: (one) =>
        mayRevoke &&
        one.revokedAt === null && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('tutoring.badges.revoke', { name: one.personName })}
            onClick={() => onRevoke(one)}
          >
            {t('tutoring.badges.revokeShort')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <h3>{t('tutoring.badges.given')}</h3>
      <DataTable
        caption={t('tutoring.badges.givenCaption')}
        columns={columns}
        rows={badges}
        rowKey={(one) => one.id}
      />
    </>
  )
}

function HoursOf({ of }: { of: { thresholdMinutes: number } }) {
  const t = useT()
  return t('tutoring.badges.hours', { hours: of.thresholdMinutes / MINUTES_OF_AN_HOUR })
}

function StateOf({ badge }: { badge: Badge }) {
  const t = useT()
  const locale = useLocale()
  if (badge.revokedAt !== null) {
    const date = formatDate(dayInZone(badge.revokedAt), locale, 'long')
    return t('tutoring.badges.revoked', { date, reason: badge.reason })
  }
  if (badge.isKeyLeaked) return t('tutoring.badges.leaked')
  return badge.isBelow ? t('tutoring.badges.below') : t('tutoring.badges.valid')
}
