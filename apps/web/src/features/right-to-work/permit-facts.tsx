import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { NumberLook } from '../../ui/staff/number-look.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useLookAtNumber } from './mutations.ts'
import type { PermitView } from './queries.ts'

/** The current paper: what it is, until when, who saw the original. */
export function PermitFacts(props: {
  personId: string
  permit: PermitView | null
  isJobSeeker: boolean
}) {
  const t = useT()
  const locale = useLocale()
  const { permit } = props
  if (permit === null) return <EmptyState kind="first" title={t('rightToWork.permit.none')} />
  const noEnd = permit.isEndToState
    ? t('rightToWork.permit.endToState')
    : permit.noEndReason === ''
      ? t('rightToWork.permit.noEnd')
      : t('rightToWork.permit.noEndBecause', { reason: permit.noEndReason })
  const day = (date: string | null) => (date === null ? noEnd : formatDate(date, locale))
  const rows: [string, string][] = [
    [t('rightToWork.permit.kind'), t(`permitKinds.${permit.kind}`)],
    [t('rightToWork.permit.number'), permit.maskedNumber || t('rightToWork.permit.noNumber')],
    [t('rightToWork.permit.until'), day(permit.validUntil)],
    [t('rightToWork.permit.lastDay'), day(permit.lastDay)],
    [t('rightToWork.permit.original'), originalOf(permit)],
  ]
  function originalOf({ originalSeenOn, originalSeenBy }: PermitView): string {
    if (originalSeenOn === null) return t('rightToWork.permit.originalNever')
    const on = formatDate(originalSeenOn, locale)
    return t('rightToWork.permit.originalBy', { who: originalSeenBy, on })
  }
  return (
    <section aria-label={t('rightToWork.permit.title')}>
      <h2>{t('rightToWork.permit.title')}</h2>
      {permit.alert !== null && (
        <StatusBadge look={permit.alert <= 30 ? 'danger' : 'attention'}>
          {permit.alert === 0
            ? t('rightToWork.permit.over')
            : t('rightToWork.permit.alert', { count: permit.alert })}
        </StatusBadge>
      )}
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {props.isJobSeeker && <p>{t('rightToWork.permit.tellFranceTravail')}</p>}
      {permit.maskedNumber !== '' && (
        <PermitNumber personId={props.personId} permitId={permit.id} />
      )}
    </section>
  )
}

function PermitNumber({ personId, permitId }: { personId: string; permitId: string }) {
  return <NumberLook name="number-reason" look={useLookAtNumber(personId, permitId)} />
}
