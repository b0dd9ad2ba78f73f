import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { ViewLinks } from '../../ui/staff/view-links.tsx'
import { useT } from '../../ui/staff/words.ts'
import { signatureQueries, type View } from './queries.ts'
import { SignaturesTable } from './signatures-table.tsx'

const VIEWS = ['waiting', 'us', 'them', 'ended'] as const satisfies readonly View[]

/** Everything that waits for a signature, by who must act; several are signed with one confirmation. */
export function SignaturesPage() {
  const t = useT()
  const [params] = useSearchParams()
  const view: View = VIEWS.find((name) => name === params.get('vue')) ?? 'waiting'
  const list = useInfiniteQuery(signatureQueries.list(view))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const mayCountersign = useCan('signature.countersign')
  const lines = list.data?.pages.flatMap((page) => page.signatures) ?? []
  const ids = lines.filter((line) => chosen.has(line.id)).map((line) => line.id)
  const first = list.data?.pages[0]
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <>
      <PageHeader
        title={t('signatures.title')}
        subtitle={first && t('signatures.count', { count: first.total ?? 0 })}
        actions={
          ids.length > 0 && (
            <Button component={Link} href={`/gestion/signatures/signer?ids=${ids.join(',')}`}>
              {t('signatures.batch.sign', { count: ids.length })}
            </Button>
          )
        }
      />
      <ViewLinks
        label={t('signatures.view.label')}
        views={VIEWS}
        current={view}
        nameOf={(name) => t(`signatures.view.${name}`)}
      />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      <div aria-busy={list.isPlaceholderData}>
        {first && lines.length === 0 && (
          <EmptyState kind="done" title={t(`signatures.empty.${view}`)} />
        )}
        {lines.length > 0 && (
          <SignaturesTable
            lines={lines}
            chosen={chosen}
            onChoose={mayCountersign && view === 'us' ? choose : undefined}
          />
        )}
        <MoreRows list={list} label={t('signatures.table.more')} />
      </div>
    </>
  )
}
