import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { DELIVERY_CHANNELS } from '@terreau/domain/attestations/sending'
import { formatMonth } from '@terreau/i18n/format'
import { useCallback } from 'react'
import { useParams } from 'wouter'
import { apiUrl } from '../../../lib/api.ts'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useEvents } from '../../../lib/use-events.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { ProgressLine } from '../../../ui/staff/progress-line.tsx'
import { useT } from '../../../ui/staff/words.ts'
import '../attestations.css'
import { BatchItems } from './batch-items.tsx'
import { type Batch, batchQueries } from './queries.ts'

type Counts = Batch['counts']

/** A batch while it is issued and after: how far, who failed and why, the ZIP. The page may be closed. */
export function BatchPage() {
  const { batchId = '' } = useParams()
  const client = useQueryClient()
  const detail = batchQueries.detail(batchId)
  const { data, error, refetch } = useQuery(detail)
  const isOver = data !== undefined && isDone(data.counts)
  const keep = useCallback(
    (counts: Counts) => {
      client.setQueryData<Batch>(detail.queryKey, (known) => known && { ...known, counts })
      if (isDone(counts)) void client.invalidateQueries(detail)
    },
    [client, detail],
  )
  useEvents({
    url: isOver
      ? null
      : apiUrl('GET /attestation-batches/:batchId/events', { params: { batchId } }),
    names: ['progress'],
    onEvent: (_name, heard) => {
      if (areCounts(heard)) keep(heard)
    },
    onPoll: () => void refetch(),
  })
  if (data) return <BatchView batch={data} />
  return error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />
}

function BatchView({ batch }: { batch: Batch }) {
  const t = useT()
  const locale = useLocale()
  const { id, kind, months, counts, createdAt, createdBy } = batch
  const { total, issued, failed } = counts
  const [first, last] = [months[0], months.at(-1)]
  const period =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? formatMonth(first, locale)
        : `${formatMonth(first, locale)} – ${formatMonth(last, locale)}`
  const title = t(`attestations.kind.${kind}`)
  return (
    <>
      <PageHeader
        title={t('attestations.batch.title', { kind: title })}
        subtitle={[
          period,
          t('attestations.batch.startedBy', {
            date: formatInstant(createdAt, locale),
            name: createdBy,
          }),
        ]
          .filter((text) => text !== '')
          .join(' · ')}
        back={{ href: '/gestion/attestations/lots', label: t('attestations.batch.listTitle') }}
        actions={
          issued > 0 && (
            <Button
              component="a"
              href={apiUrl('GET /attestation-batches/:batchId/archive', {
                params: { batchId: id },
              })}
            >
              {t('attestations.batch.archive', { count: issued })}
            </Button>
          )
        }
      />
      <section className="panel" aria-labelledby="progress">
        <h2 id="progress">{t('attestations.batch.progressTitle')}</h2>
        <ProgressLine
          done={issued + failed}
          total={total}
          text={t('attestations.batch.progress', { issued, failed, total })}
        />
        <p role="status">
          {isDone(counts) ? t('attestations.batch.over') : t('attestations.batch.closePage')}
        </p>
      </section>
      <Given batch={batch} />
      <BatchItems batch={batch} />
    </>
  )
}

/** How many went through each channel, and how many nobody has given yet. */
function Given({ batch: { items } }: { batch: Batch }) {
  const t = useT()
  const issued = items.flatMap(({ delivery }) => (delivery === null ? [] : [delivery.delivered]))
  if (issued.length === 0) return null
  const counted = DELIVERY_CHANNELS.map((channel) => {
    return { channel, count: issued.filter((each) => each.includes(channel)).length }
  }).filter(({ count }) => count > 0)
  const waiting = issued.filter((each) => each.length === 0).length
  return (
    <section className="panel" aria-labelledby="given">
      <h2 id="given">{t('attestations.delivery.countTitle')}</h2>
      <ul>
        {counted.map(({ channel, count }) => (
          <li key={channel}>{t(`attestations.delivery.count.${channel}`, { count })}</li>
        ))}
        {waiting > 0 && <li>{t('attestations.delivery.count.waiting', { count: waiting })}</li>}
      </ul>
    </section>
  )
}

function isDone({ total, issued, failed }: Counts): boolean {
  return issued + failed >= total
}

function areCounts(heard: unknown): heard is Counts {
  return (
    typeof heard === 'object' &&
    heard !== null &&
    ['total', 'issued', 'failed'].every((key) => typeof Reflect.get(heard, key) === 'number')
  )
}
