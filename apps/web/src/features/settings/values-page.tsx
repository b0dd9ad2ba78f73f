import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { SETTING_KEYS, type SettingKey } from '@terreau/domain/settings/dated-settings'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { todayInZone } from '../../lib/today.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type DatedSettingRow, settingsQueries } from './queries.ts'
import { settingText } from './setting-value.ts'
import { ValueForm } from './value-form.tsx'

/** What the cooperative decides by itself, each value with the day it starts. */
export function ValuesPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(settingsQueries.values())
  // One form at a time: two would have the same field names.
  const [openKey, setOpenKey] = useState<SettingKey | null>(null)
  return (
    <>
      <PageHeader
        title={t('settings.values.title')}
        subtitle={t('settings.values.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data &&
        SETTING_KEYS.map((key) => (
          <Value
            key={key}
            settingKey={key}
            rows={data.filter((row) => row.key === key)}
            isOpen={openKey === key}
            onToggle={(isOpen) => setOpenKey(isOpen ? key : null)}
          />
        ))}
    </>
  )
}

interface ValueProps {
  settingKey: SettingKey
  rows: readonly DatedSettingRow[]
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
}

function Value({ settingKey, rows, isOpen, onToggle }: ValueProps) {
  const t = useT()
  const locale = useLocale()
  const mayChange = useCan('cooperative.settings')
  const name = t(`settings.values.name.${settingKey}`)
  const textOf = (value: string) =>
    settingText(settingKey, value, locale, {
      day: (day) => t('settings.values.day', { day }),
      days: (count) => t('settings.values.days', { count }),
      months: (count) => t('settings.values.months', { count }),
      count: (count) => t('settings.values.times', { count }),
      people: (count) => t('settings.values.people', { count }),
      hours: (count) => t('settings.values.hours', { count }),
      yesNo: (isYes) => t(`settings.values.yesNo.${isYes ? 'yes' : 'no'}`),
    })
  const today = todayInZone()
  const current = rows.find((row) => row.validFrom <= today)
  return (
    <section className="panel" aria-label={name}>
      <h2>{name}</h2>
      <p>
        <b>{current ? textOf(current.value) : t('settings.values.none')}</b>
        {current && (
          <span className="dimmed">
            {' '}
            {t('settings.since', { date: formatDate(current.validFrom, locale) })}
          </span>
        )}
      </p>
      {rows.length > 0 && (
        <DataTable
          caption={t('settings.values.history', { name })}
          rows={rows}
          rowKey={(row) => row.validFrom}
          columns={[
            {
              key: 'validFrom',
              header: t('settings.values.columns.validFrom'),
              cell: (row) => formatDate(row.validFrom, locale),
            },
            {
              key: 'value',
              header: t('settings.values.columns.value'),
              cell: (row) => textOf(row.value),
            },
            {
              key: 'source',
              header: t('settings.values.columns.source'),
              cell: (row) => row.source,
            },
          ]}
        />
      )}
      {mayChange && isOpen && (
        <ValueForm settingKey={settingKey} name={name} onDone={() => onToggle(false)} />
      )}
      {mayChange && !isOpen && (
        <Button
          variant="default"
          aria-label={t('settings.values.enter', { name })}
          onClick={() => onToggle(true)}
        >
          {t('settings.values.change')}
        </Button>
      )}
    </section>
  )
}
