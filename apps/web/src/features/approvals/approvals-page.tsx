import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { ViewLinks } from '../../ui/staff/view-links.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ApprovalState } from './approval-state.tsx'
import { type Approval, approvalQueries, type View } from './queries.ts'
import { useActName } from './use-act-name.ts'

const VIEWS = ['waiting', 'answered'] as const satisfies readonly View[]

/** What waits for a second person, and what was answered. */
export function ApprovalsPage() {
  const t = useT()
  const [params] = useSearchParams()
  const view: View = params.get('vue') === 'answered' ? 'answered' : 'waiting'
  const list = useInfiniteQuery(approvalQueries.list(view))
  const approvals = list.data?.pages.flatMap((page) => page.approvals) ?? []
  return (
    <>
      <PageHeader title={t('approvals.title')} subtitle={t('approvals.subtitle')} />
      <ViewLinks
        label={t('approvals.view.label')}
        views={VIEWS}
        current={view}
        nameOf={(name) => t(`approvals.view.${name}`)}
      />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && approvals.length === 0 && (
        <EmptyState kind="done" title={t(`approvals.empty.${view}`)} />
      )}
      {approvals.length > 0 && <ApprovalsTable approvals={approvals} />}
      <MoreRows list={list} label={t('approvals.more')} />
    </>
  )
}

function ApprovalsTable({ approvals }: { approvals: readonly Approval[] }) {
  const t = useT()
  const locale = useLocale()
  const nameOf = useActName()
  return (
    <DataTable
      caption={t('approvals.caption')}
      rows={approvals}
      rowKey={(row) => row.approvalId}
      columns={[
        {
          key: 'what',
          header: t('approvals.columns.what'),
          isRowHeader: true,
          cell: (row) => <Link href={`/gestion/accords/${row.approvalId}`}>{nameOf(row)}</Link>,
        },
        { key: 'by', header: t('approvals.columns.askedBy'), cell: (row) => row.askedByName },
        {
          key: 'at',
          header: t('approvals.columns.askedAt'),
          cell: (row) => formatInstant(row.askedAt, locale),
        },
        {
          key: 'state',
          header: t('approvals.columns.state'),
          cell: (row) => <ApprovalState state={row.state} />,
        },
        { key: 'answer', header: t('approvals.columns.answer'), cell: (row) => row.answeredByName },
      ]}
    />
  )
}
