import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import type { Api } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { MoreRows } from '../../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { onboardingQueries } from './queries.ts'

type Line = Api['GET /referents']['response']['assignments'][number]

/** Who followed whom, since when, and why it changed. */
export function ReferentsPage() {
  const t = useT()
  const locale = useLocale()
  const list = useInfiniteQuery(onboardingQueries.referents)
  const lines = list.data?.pages.flatMap((page) => page.assignments) ?? []
  const columns: Column<Line>[] = [
    {
      key: 'person',
      header: t('onboarding.referents.person'),
      cell: (line) => <Link href={`/gestion/personnes/${line.personId}`}>{line.personName}</Link>,
    },
    {
      key: 'adviser',
      header: t('onboarding.referents.adviser'),
      cell: (line) => line.adviserName ?? t('onboarding.referents.nobody'),
    },
    {
      key: 'from',
      header: t('onboarding.referents.from'),
      cell: (line) => formatDate(line.fromOn, locale),
    },
    {
      key: 'until',
      header: t('onboarding.referents.until'),
      cell: (line) => line.untilOn && formatDate(line.untilOn, locale),
    },
    { key: 'reason', header: t('onboarding.referents.reason'), cell: (line) => line.reason },
    { key: 'by', header: t('onboarding.referents.by'), cell: (line) => line.assignedByName },
  ]
  return (
    <>
      <PageHeader
        title={t('onboarding.referents.title')}
        back={{ href: '/gestion/personnes', label: t('onboarding.referents.back') }}
      />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && lines.length === 0 && (
        <EmptyState kind="first" title={t('onboarding.referents.empty')} />
      )}
      {lines.length > 0 && (
        <DataTable
          caption={t('onboarding.referents.caption')}
          columns={columns}
          rows={lines}
          rowKey={(line) => `${line.personId} ${line.fromOn} ${line.untilOn}`}
        />
      )}
      <MoreRows list={list} label={t('onboarding.referents.more')} />
    </>
  )
}
