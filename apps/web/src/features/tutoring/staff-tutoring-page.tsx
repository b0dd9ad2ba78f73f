import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { ViewLinks } from '../../ui/staff/view-links.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ApproveList } from './approve-list.tsx'
import { BadgesSection } from './badges-section.tsx'
import { FiguresTable } from './figures-table.tsx'
import { HostForm } from './host-form.tsx'
import { PairForm } from './pair-form.tsx'
import { PairsTable } from './pairs-table.tsx'
import { tutoringQueries } from './queries.ts'
import { SessionsTable } from './sessions-table.tsx'

const VIEWS = [
  'all',
  'to_approve',
  'disputed',
  'unanswered',
  'noted',
  'confirmed',
  'approved',
  'set_aside',
] as const
type View = (typeof VIEWS)[number]

/** Sessions as the people helped see them, what waits for staff, and three figures that are never one. */
export function StaffTutoringPage() {
  const t = useT()
  const [search] = useSearchParams()
  const view: View = VIEWS.find((name) => name === search.get('vue')) ?? 'all'
  const list = useInfiniteQuery(tutoringQueries.sessions(view))
  const sessions = list.data?.pages.flatMap((page) => page.sessions)
  const [data] = list.data?.pages ?? []
  const mayPair = useCan('tutoring.approve')
  const isToApprove = view === 'to_approve' && mayPair
  return (
    <>
      <PageHeader
        title={t('tutoring.title')}
        actions={
          <>
            {mayPair && (
              <>
                <Link href="/gestion/tutorat/mise-en-relation">{t('tutoringMatch.link')}</Link>
                <Link href="/gestion/tutorat/feuilles">{t('tutoringTimeSheet.link')}</Link>
              </>
            )}
            <Link href="/gestion/tutorat/chaines">{t('tutoringRipple.link')}</Link>
            <Link href="/gestion/tutorat/valorisation">{t('tutoringValue.title')}</Link>
          </>
        }
      />
      {data && <FiguresTable figures={data.figures} />}
      <ViewLinks
        label={t('tutoring.view.label')}
        views={VIEWS}
        current={view}
        nameOf={(name) => t(`tutoring.view.${name}`)}
      />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {sessions?.length === 0 && <Empty view={view} />}
      {isToApprove && sessions && <ApproveList sessions={sessions} />}
      {!isToApprove && sessions && sessions.length > 0 && <SessionsTable sessions={sessions} />}
      <MoreRows list={list} label={t('tutoring.table.more')} />
      <PairsTable />
      <BadgesSection />
      {mayPair && <PairForm />}
      {mayPair && <HostForm />}
    </>
  )
}

function Empty({ view }: { view: View }) {
  const t = useT()
  if (view !== 'all') return <EmptyState kind="filtered" title={t('tutoring.empty.filtered')} />
  return (
    <EmptyState kind="first" title={t('tutoring.empty.first')}>
      <p>{t('tutoring.empty.firstHint')}</p>
    </EmptyState>
  )
}
