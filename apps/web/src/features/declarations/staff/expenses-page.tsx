import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatCents } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link, Redirect, useSearchParams } from 'wouter'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { Pager } from '../../../ui/staff/pager.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { ExpensesTable } from './expenses-table.tsx'
import { useExportExpenses } from './mutations.ts'
import { type Expenses, reviewQueries } from './queries.ts'
import { SettleForm } from './settle-form.tsx'

const VIEWS = { 'a-rembourser': 'to-pay', rembourses: 'paid', tous: 'all' } as const
type Slug = keyof typeof VIEWS
const SLUGS = Object.keys(VIEWS).filter(isSlug)

/** What is paid back to people: approval, receipt, payment and export, each by itself. */
export function ExpensesPage() {
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  const asked = params.get('vue') ?? ''
  const slug = isSlug(asked) ? asked : 'a-rembourser'
  const page = Math.max(1, Math.trunc(Number(params.get('page') ?? '1')) || 1)
  const { data, error, refetch } = useQuery(reviewQueries.expenses(VIEWS[slug], page))
  return (
    <>
      <PageHeader
        title={t('expenses.title')}
        subtitle={data && t('expenses.due', { amount: formatCents(BigInt(data.dueCents), locale) })}
        actions={data && <ExportAct list={data} />}
      />
      <nav className="view-links" aria-label={t('expenses.views')}>
        {SLUGS.map((one) => (
          <Link
            key={one}
            href={hrefOf(VIEWS[one])}
            aria-current={one === slug ? 'page' : undefined}
          >
            {t(`expenses.view.${VIEWS[one]}`)}
          </Link>
        ))}
      </nav>
      <p>{t('expenses.hint')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data !== undefined && (
        <List key={`${slug}${page}`} list={data} view={VIEWS[slug]} page={page} />
      )}
    </>
  )
}

interface ListProps {
  list: Expenses
  view: (typeof VIEWS)[Slug]
  page: number
}

function List({ list, view, page }: ListProps) {
  const t = useT()
  const maySettle = useCan('expense.settle')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // The last lines of the last page were settled, or the address is an old one.
  if (list.rows.length === 0 && page > 1) return <Redirect to={hrefOf(view)} replace />
  if (list.rows.length === 0) return <EmptyState kind="done" title={t(`expenses.empty.${view}`)} />
  const rows = list.rows.filter((row) => chosen.has(row.lineId))
  return (
    <>
      {rows.length > 0 && <SettleForm rows={rows} onDone={() => setChosen(new Set())} />}
      <ExpensesTable rows={list.rows} chosen={maySettle ? chosen : null} onChoose={setChosen} />
      {list.total > list.most && <Pager page={page} pageSize={list.most} total={list.total} />}
    </>
  )
}

function ExportAct({ list }: { list: Expenses }) {
  const t = useT()
  const maySettle = useCan('expense.settle')
  const make = useExportExpenses()
  if (!maySettle) return null
  return (
    <>
      {make.error && <ErrorBlock error={make.error} />}
      {make.data !== undefined && (
        <Button
          component="a"
          variant="default"
          href={apiUrl('GET /expenses/exports/:expenseExportId', {
            params: { expenseExportId: make.data.exportId },
          })}
        >
          {t('expenses.openFile')}
        </Button>
      )}
      {list.toExport > 0 && (
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t('expenses.export', { count: list.toExport })}
        </Button>
      )}
    </>
  )
}

function hrefOf(view: (typeof VIEWS)[Slug]): string {
  return `/gestion/frais?vue=${SLUGS.find((slug) => VIEWS[slug] === view)}`
}

function isSlug(text: string): text is Slug {
  return Object.hasOwn(VIEWS, text)
}
