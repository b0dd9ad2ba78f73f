import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDecimal, formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type RateRow, settingsQueries } from './queries.ts'
import { RateForm } from './rate-form.tsx'
import { RatesFileForm } from './rates-file-form.tsx'

/** Rates of currencies that float, month by month. */
export function RatesPage() {
  const t = useT()
  const mayEnter = useCan('declaration.review')
  const { data, error, refetch } = useQuery(settingsQueries.rates())
  const [isOpen, setOpen] = useState(false)
  const [isFileOpen, setFileOpen] = useState(false)
  const enter = mayEnter && !isOpen && (
    <>
      <Button variant="default" onClick={() => setFileOpen(true)}>
        {t('settings.rates.file.open')}
      </Button>
      <Button onClick={() => setOpen(true)}>{t('settings.rates.enter')}</Button>
    </>
  )
  return (
    <>
      <PageHeader
        title={t('settings.rates.title')}
        subtitle={t('settings.rates.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
        actions={enter}
      />
      <p>{t('settings.rates.fixed')}</p>
      {isFileOpen && <RatesFileForm onDone={() => setFileOpen(false)} />}
      {isOpen && <RateForm onDone={() => setOpen(false)} />}
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && !isOpen && (
        <EmptyState kind="first" title={t('settings.rates.empty')} />
      )}
      {data && data.length > 0 && <RatesTable rates={data} />}
    </>
  )
}

function RatesTable({ rates }: { rates: readonly RateRow[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <DataTable
      caption={t('settings.rates.title')}
      rows={rates}
      rowKey={(rate) => `${rate.month} ${rate.currency}`}
      columns={[
        {
          key: 'month',
          header: t('settings.rates.columns.month'),
          cell: (rate) => formatMonth(rate.month, locale),
        },
        {
          key: 'currency',
          header: t('settings.rates.columns.currency'),
          cell: (rate) => rate.currency,
        },
        {
          key: 'units',
          header: t('settings.rates.columns.units'),
          isNumeric: true,
          cell: (rate) => formatDecimal(rate.unitsPerEuro, locale),
        },
        { key: 'source', header: t('settings.rates.columns.source'), cell: (rate) => rate.source },
        {
          key: 'state',
          header: t('settings.rates.columns.state'),
          cell: (rate) => (
            <StatusBadge look={rate.isUsed ? 'success' : 'neutral'}>
              {t(rate.isUsed ? 'settings.rates.used' : 'settings.rates.free')}
            </StatusBadge>
          ),
        },
      ]}
    />
  )
}
