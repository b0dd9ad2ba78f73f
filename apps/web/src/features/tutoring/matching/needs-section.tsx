import { Button, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { daysBetween, localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { Link, useSearchParams } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { dayInZone, todayInZone } from '../../../lib/today.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { MoreRows } from '../../../ui/staff/more-rows.tsx'
import { ViewLinks } from '../../../ui/staff/view-links.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { useLanguages } from './languages.ts'
import { useWithdrawNeed } from './mutations.ts'
import { matchingQueries, type Need, type NeedView } from './queries.ts'

const VIEWS = ['waiting', 'closed'] as const satisfies readonly NeedView[]

/** The waiting list, with since when; or what was closed. */
export function NeedsSection({ onOpen }: { onOpen: (need: Need) => void }) {
  const t = useT()
  const [search] = useSearchParams()
  const view: NeedView = search.get('vue') === 'closed' ? 'closed' : 'waiting'
  const list = useInfiniteQuery(matchingQueries.needs(view))
  const withdraw = useWithdrawNeed()
  const needs = list.data?.pages.flatMap((page) => page.needs)
  const count = list.data?.pages[0]?.waiting ?? 0
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{t('tutoringMatch.need.title')}</h2>
      <p>{t('tutoringMatch.need.hint')}</p>
      <ViewLinks
        label={t('tutoringMatch.need.view')}
        views={VIEWS}
        current={view}
        nameOf={(name) => t(`tutoringMatch.need.${name}`, { count })}
      />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {withdraw.error && <ErrorBlock error={withdraw.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {needs?.length === 0 && (
        <p>{t(view === 'waiting' ? 'tutoringMatch.need.none' : 'tutoringMatch.need.noneClosed')}</p>
      )}
      {needs && needs.length > 0 && (
        <Needs needs={needs} onOpen={onOpen} onWithdraw={(need) => withdraw.mutate(need.id)} />
      )}
      <MoreRows list={list} label={t('tutoringMatch.need.more')} />
    </section>
  )
}

interface NeedsProps {
  needs: readonly Need[]
  onOpen: (need: Need) => void
  onWithdraw: (need: Need) => void
}

function Needs({ needs, onOpen, onWithdraw }: NeedsProps) {
  const t = useT()
  const languages = useLanguages()
  const columns: Column<Need>[] = [
    {
      key: 'person',
      header: t('tutoringMatch.need.person'),
      cell: (n) => <Link href={`/gestion/personnes/${n.personId}`}>{n.personName}</Link>,
    },
    {
      key: 'subject',
      header: t('tutoringMatch.need.subject'),
      cell: (n) => (
        <>
          {t(`tutoringMatch.subject.${n.subject}`)}
          {n.words !== '' && <div>{t('tutoringMatch.need.words', { words: n.words })}</div>}
        </>
      ),
    },
    {
      key: 'languages',
      header: t('tutoringMatch.need.languages'),
      cell: (n) => languages.listOf(n.languages),
    },
    {
      key: 'form',
      header: t('tutoringMatch.need.form'),
      cell: (n) =>
        [
          t(`tutoringMatch.form.${n.form}`),
          ...n.moments.map((one) => t(`tutoringMatch.moment.${one}`)),
          n.town,
        ]
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'urgency',
      header: t('tutoringMatch.need.urgency'),
      cell: (n) => t(`tutoringMatch.urgency.${n.urgency}`),
    },
    {
      key: 'since',
      header: t('tutoringMatch.need.since'),
      cell: (n) => <Since need={n} />,
    },
    {
      key: 'act',
      header: t('tutoringMatch.need.act'),
      cell: (n) =>
        n.closedAt === null && (
          <Group gap="xs" wrap="nowrap" className="row-acts">
            <Button
              size="compact-sm"
              aria-label={t('tutoringMatch.need.see', { name: n.personName })}
              onClick={() => onOpen(n)}
            >
              {t('tutoringMatch.need.seeShort')}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('tutoringMatch.need.withdraw', { name: n.personName })}
              onClick={() => onWithdraw(n)}
            >
              {t('tutoringMatch.need.withdrawShort')}
            </Button>
          </Group>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('tutoringMatch.need.caption')}
      columns={needs.some((n) => n.closedAt === null) ? columns : columns.slice(0, -1)}
      rows={needs}
      rowKey={(n) => n.id}
    />
  )
}

function Since({ need }: { need: Need }) {
  const t = useT()
  const locale = useLocale()
  const long = (at: string) => formatDate(dayInZone(at), locale, 'long')
  if (need.closedAt !== null)
    return need.closedAs === 'met'
      ? t('tutoringMatch.need.met', { tutor: need.tutorName, day: long(need.closedAt) })
      : t('tutoringMatch.need.withdrawn', { day: long(need.closedAt) })
  const count = Math.max(
    0,
    daysBetween(localDate(dayInZone(need.askedAt)), localDate(todayInZone())),
  )
  return t('tutoringMatch.need.sinceDays', { day: long(need.askedAt), count })
}
