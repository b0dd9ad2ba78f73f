import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useSwitchNightly } from './mutations.ts'
import { personalDataQueries, type RetentionKind } from './queries.ts'
import { ReasonForm } from './reason-form.tsx'

type Retention = Api['GET /retention']['response']

/** How long each kind is kept, by which text; what is over today; what the last night did. */
export function RetentionPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(personalDataQueries.retention())
  return (
    <>
      <PageHeader
        title={t('personalData.retention.title')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
      />
      <p>{t('personalData.retention.lead')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <Night retention={data} />}
      {data && <Kinds kinds={data.kinds} />}
    </>
  )
}

function Night({ retention }: { retention: Retention }) {
  const t = useT()
  const locale = useLocale()
  const mayManage = useCan('personal-data.manage')
  const nightly = useSwitchNightly()
  const { isNightlyOn, lastRun, nextRunOn } = retention
  const act = {
    error: nightly.error,
    isPending: nightly.isPending,
    mutateAsync: (reason: string) => nightly.mutateAsync({ isOn: !isNightlyOn, reason }),
  }
  return (
    <section className="panel" aria-label={t('personalData.night.title')}>
      <h2>{t('personalData.night.title')}</h2>
      <p>
        <StatusBadge look={isNightlyOn ? 'success' : 'attention'}>
          {t(isNightlyOn ? 'personalData.night.on' : 'personalData.night.off')}
        </StatusBadge>
      </p>
      <p>{t('personalData.night.next', { on: formatDate(nextRunOn, locale) })}</p>
      <p>
        {lastRun === null
          ? t('personalData.night.never')
          : t('personalData.night.last', {
              on: formatDate(lastRun.ranOn, locale),
              erased: lastRun.erased,
              waiting: lastRun.waiting,
            })}
      </p>
      {lastRun !== null && lastRun.endedAt === null && <p>{t('personalData.night.cutShort')}</p>}
      {mayManage && (
        <ReasonForm
          name="nightlyReason"
          label={t('personalData.night.reason')}
          hint={t('personalData.night.reasonHint')}
          submitLabel={t(
            isNightlyOn ? 'personalData.night.switchOff' : 'personalData.night.switchOn',
          )}
          act={act}
        />
      )}
    </section>
  )
}

function Kinds({ kinds }: { kinds: readonly RetentionKind[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<RetentionKind>[] = [
    {
      key: 'kind',
      header: t('personalData.retention.kind'),
      cell: (row) => t(`retentionKinds.${row.kind}`),
    },
    {
      key: 'length',
      header: t('personalData.retention.length'),
      cell: (row) => (
        <>
          {row.months === 0
            ? t('personalData.retention.ownDay')
            : t('personalData.retention.months', {
                count: row.months,
                start: t(`personalData.retention.start.${row.start}`),
              })}{' '}
          {row.isToConfirm && (
            <StatusBadge look="attention">{t('personalData.retention.toConfirm')}</StatusBadge>
          )}
        </>
      ),
    },
    {
      key: 'text',
      header: t('personalData.retention.text'),
      cell: (row) =>
        t('personalData.retention.read', { text: row.source, on: formatDate(row.readOn, locale) }),
    },
    {
      key: 'effect',
      header: t('personalData.retention.effect'),
      cell: (row) => t(`personalData.retention.effects.${row.effect}`),
    },
    {
      key: 'due',
      header: t('personalData.retention.due'),
      cell: (row) => <Due row={row} />,
    },
  ]
  return (
    <section className="panel" aria-label={t('personalData.retention.kinds')}>
      <h2>{t('personalData.retention.kinds')}</h2>
      <DataTable
        caption={t('personalData.retention.caption')}
        columns={columns}
        rows={kinds}
        rowKey={(row) => row.kind}
      />
    </section>
  )
}

function Due({ row }: { row: RetentionKind }) {
  const t = useT()
  const locale = useLocale()
  if (row.rows === 0 && row.held === 0) return t('personalData.retention.nothing')
  const oldest = row.oldest === null ? '–' : formatDate(row.oldest, locale)
  const key = row.files > 0 ? 'personalData.retention.files' : 'personalData.retention.rows'
  return (
    <>
      {row.rows > 0 && t(key, { files: row.files, rows: row.rows, oldest })}{' '}
      {row.held > 0 && t('personalData.retention.held', { count: row.held })}{' '}
      {row.rows > 0 && !row.isErasedNightly && t('personalData.retention.waits')}
    </>
  )
}
