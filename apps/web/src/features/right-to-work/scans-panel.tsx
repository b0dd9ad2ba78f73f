import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatInstant } from '@terreau/i18n/format'
import { useEffect, useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { useObjectUrl } from '../../lib/use-object-url.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useLookAtScan } from './mutations.ts'
import { GUARDED_KINDS, rightToWorkQueries, type Scan } from './queries.ts'

const SHOWN_SECONDS = 60

/** The scans that the person or the office sent: each opens with a reason, for a minute. */
export function ScansPanel(props: { personId: string; ofPermit: readonly string[] }) {
  const { personId, ofPermit } = props
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(rightToWorkQueries.scans(personId))
  const scans = data?.documents ?? []
  const kindOf = (scan: Scan) => GUARDED_KINDS.find((kind) => kind === scan.kind)
  return (
    <section aria-label={t('rightToWork.scans.title')}>
      <h2>{t('rightToWork.scans.title')}</h2>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data !== undefined && scans.every((scan) => kindOf(scan) === undefined) && (
        <p className="dimmed">{t('rightToWork.scans.none')}</p>
      )}
      {scans.map((scan) => {
        const kind = kindOf(scan)
        const [last] = scan.versions
        if (kind === undefined || last === undefined) return null
        const received = t('rightToWork.scans.received', {
          kind: t(`rightToWork.scans.kinds.${kind}`),
          on: formatInstant(last.addedAt, locale),
          until: last.expiresOn === null ? '–' : formatDate(last.expiresOn, locale),
        })
        const isCurrent = ofPermit.includes(scan.id)
        const what = isCurrent ? `${received} ${t('rightToWork.scans.ofPermit')}` : received
        return <ScanLook key={scan.id} scan={scan} version={last.version} received={what} />
      })}
    </section>
  )
}

function ScanLook(props: { scan: Scan; version: number; received: string }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const look = useLookAtScan(props.scan.id, props.version)
  const { data, reset } = look
  const url = useObjectUrl(data ?? null)
  useEffect(() => {
    if (data === undefined) return
    const timer = setTimeout(reset, SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [data, reset])
  return (
    <div className="form">
      <p>{props.received}</p>
      <TextField
        name={`scan-${props.scan.id}`}
        label={t('rightToWork.look.reason')}
        hint={t('rightToWork.look.reasonHint')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <Button
        variant="default"
        disabled={reason.trim() === ''}
        loading={look.isPending}
        onClick={() => look.mutate(reason.trim())}
      >
        {t('rightToWork.scans.open')}
      </Button>
      {look.error && <ErrorBlock error={look.error} />}
      {url !== null && data?.type === 'image/jpeg' && (
        <img src={url} alt={props.received} width={480} />
      )}
      {url !== null && data?.type !== 'image/jpeg' && (
        <a href={url} download="document.pdf">
          {t('rightToWork.scans.download')}
        </a>
      )}
    </div>
  )
}
