import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { listedName } from '@terreau/domain/names/full-name'
import { LEAD_STAGES } from '@terreau/domain/pipeline/stage'
import { formatDate, formatLabelled } from '@terreau/i18n/format'
import { Link, useSearchParams } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { useAddressFilter } from '../../../lib/use-address-filter.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { MoreRows } from '../../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useDebounced } from '../../../ui/staff/use-debounced.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type LeadLine, onboardingQueries } from './queries.ts'
import { StageBadge } from './stage-badge.tsx'

/** Everybody who asked and has no file yet, the last ones heard of first. */
export function LeadsPage() {
  const t = useT()
  const [params] = useSearchParams()
  const mayAdd = useCan('onboarding.manage')
  const stage = LEAD_STAGES.find((one) => one === params.get('etape'))
  const search = useDebounced(params.get('q') ?? '', 150)
  const list = useInfiniteQuery(
    onboardingQueries.leads({ search, ...(stage === undefined ? {} : { stage }) }),
  )
  const leads = list.data?.pages.flatMap((page) => page.leads) ?? []
  const [first] = list.data?.pages ?? []
  const isNarrowed = search !== '' || stage !== undefined
  return (
    <>
      <PageHeader
        title={t('onboarding.lead.title')}
        subtitle={first && t('onboarding.lead.count', { count: first.total ?? 0 })}
        actions={
          mayAdd && (
            <Button component={Link} href="/gestion/contacts/nouveau">
              {t('onboarding.lead.add')}
            </Button>
          )
        }
      />
      <Filters />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {first && leads.length === 0 && (
        <EmptyState
          kind={isNarrowed ? 'filtered' : 'first'}
          title={t(isNarrowed ? 'onboarding.lead.filtered' : 'onboarding.lead.empty')}
        />
      )}
      {leads.length > 0 && <LeadsTable leads={leads} />}
      <MoreRows list={list} label={t('onboarding.lead.more')} />
    </>
  )
}

function Filters() {
  const t = useT()
  const [params] = useSearchParams()
  const set = useAddressFilter()
  return (
    <search className="form">
      <TextField
        name="search"
        label={t('onboarding.lead.search')}
        hint={t('onboarding.lead.searchHint')}
        value={params.get('q') ?? ''}
        onChange={set('q')}
      />
      <SelectField
        name="stage"
        label={t('onboarding.lead.stage')}
        value={params.get('etape') ?? ''}
        onChange={set('etape')}
        options={[
          { value: '', label: t('onboarding.lead.allStages') },
          ...LEAD_STAGES.map((one) => ({ value: one, label: t(`onboarding.stage.${one}`) })),
        ]}
      />
    </search>
  )
}

function LeadsTable({ leads }: { leads: readonly LeadLine[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<LeadLine>[] = [
    {
      key: 'name',
      header: t('onboarding.lead.name'),
      cell: (lead) => <Link href={`/gestion/contacts/${lead.id}`}>{listedName(lead)}</Link>,
    },
    {
      key: 'reach',
      header: t('onboarding.lead.reach'),
      cell: (lead) => [lead.phone, lead.email].filter(Boolean).join(', '),
    },
    {
      key: 'origin',
      header: t('onboarding.lead.origin'),
      cell: (lead) =>
        formatLabelled(t(`onboarding.origin.${lead.origin}`), lead.originName, locale),
    },
    {
      key: 'stage',
      header: t('onboarding.lead.stage'),
      cell: (lead) => <StageBadge stage={lead.stage} />,
    },
    {
      key: 'last',
      header: t('onboarding.lead.lastContact'),
      cell: (lead) => formatDate(lead.lastContactOn, locale, 'short'),
    },
    {
      key: 'delete',
      header: t('onboarding.lead.deleteOn'),
      cell: (lead) => lead.deleteOn && formatDate(lead.deleteOn, locale, 'short'),
    },
  ]
  return (
    <DataTable
      caption={t('onboarding.lead.caption')}
      columns={columns}
      rows={leads}
      rowKey={(lead) => lead.id}
    />
  )
}
