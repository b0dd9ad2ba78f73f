import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatLabelled } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ScanLook } from '../../ui/staff/scan-look.tsx'
import { useT } from '../../ui/staff/words.ts'
import { LaterFile } from './later-file.tsx'
import { useAddScan, useBindScan } from './mutations.ts'
import {
  GUARDED_KINDS,
  type PermitView,
  type RightToWorkView,
  rightToWorkQueries,
  type Scan,
} from './queries.ts'
import { RefusePaper } from './refuse-paper.tsx'

/** The scans that the person or the office sent: each opens with a reason, for a minute. */
export function ScansPanel(props: {
  personId: string
  permit: PermitView | null
  sent: RightToWorkView['sentPapers']
}) {
  const { personId, permit } = props
  const ofPermit = permit?.scanIds ?? []
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
          kind: t(`papers.kinds.${kind}`),
          on: formatInstant(last.addedAt, locale),
          until: last.expiresOn === null ? '–' : formatDate(last.expiresOn, locale),
        })
        const sent = props.sent.find(({ documentId }) => documentId === scan.id)
        const isCurrent = ofPermit.includes(scan.id)
        const what = isCurrent ? `${received} · ${t('rightToWork.scans.ofPermit')}` : received
        return (
          <div key={scan.id}>
            <p>{what}</p>
            {sent && sent.refusal !== '' && !isCurrent && (
              <p>{t('rightToWork.scans.refused', { reason: sent.refusal })}</p>
            )}
            <ScanLook
              personId={personId}
              documentId={scan.id}
              version={last.version}
              title={what}
            />
            {permit !== null && !isCurrent && kind !== 'prefecture_proof' && (
              <BindScan permitId={permit.id} documentId={scan.id} title={what} />
            )}
            {sent?.isToRead && <RefusePaper documentId={scan.id} title={what} />}
          </div>
        )
      })}
      {permit !== null && permit.validUntil !== null && (
        <AddScan personId={personId} permit={permit} />
      )}
    </section>
  )
}

/** What the person sent is a scan of the paper that is recorded. */
function BindScan(props: { permitId: string; documentId: string; title: string }) {
  const t = useT()
  const locale = useLocale()
  const mayEdit = useCan('permit.edit')
  const bind = useBindScan(props.permitId)
  if (!mayEdit) return null
  return (
    <div className="form-actions">
      {bind.error && <ErrorBlock error={bind.error} />}
      <Button
        variant="default"
        loading={bind.isPending}
        aria-label={formatLabelled(t('rightToWork.scans.bind'), props.title, locale)}
        onClick={() => bind.mutate(props.documentId)}
      >
        {t('rightToWork.scans.bind')}
      </Button>
    </div>
  )
}

/** A scan that came after the paper was recorded: its back, or a sharper photo. */
function AddScan({ personId, permit }: { personId: string; permit: PermitView }) {
  const t = useT()
  const mayEdit = useCan('permit.edit')
  const add = useAddScan(personId, permit)
  if (!mayEdit) return null
  return (
    <LaterFile
      name="later-scan"
      summary={t('rightToWork.scans.add')}
      label={t('rightToWork.scans.file')}
      submitLabel={t('rightToWork.scans.save')}
      add={add}
    />
  )
}
