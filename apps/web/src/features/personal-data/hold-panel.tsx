import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useLiftHold, usePlaceHold } from './mutations.ts'
import type { Hold } from './queries.ts'
import { ReasonForm } from './reason-form.tsx'

/** The hold that stands, with who and why, and those that were lifted. */
export function HoldPanel({ personId, holds }: { personId: string; holds: readonly Hold[] }) {
  const t = useT()
  const standing = holds.find((hold) => hold.liftedAt === null)
  const place = usePlaceHold(personId)
  return (
    <section className="panel" aria-label={t('personalData.hold.title')}>
      <h2>{t('personalData.hold.title')}</h2>
      {standing ? (
        <Standing hold={standing} />
      ) : (
        <>
          <p className="dimmed">{t('personalData.hold.none')}</p>
          <ReasonForm
            name="holdReason"
            label={t('personalData.hold.reason')}
            hint={t('personalData.hold.reasonHint')}
            submitLabel={t('personalData.hold.place')}
            act={place}
          />
        </>
      )}
      <Lifted holds={holds} />
    </section>
  )
}

function Standing({ hold }: { hold: Hold }) {
  const t = useT()
  const locale = useLocale()
  const lift = useLiftHold(hold.id)
  return (
    <>
      <p>
        <StatusBadge look="attention">{t('personalData.hold.stands')}</StatusBadge>
      </p>
      <p>
        {t('personalData.hold.placed', {
          who: hold.placedBy,
          on: formatInstant(hold.placedAt, locale),
          reason: hold.reason,
        })}
      </p>
      <ReasonForm
        name="liftReason"
        label={t('personalData.hold.liftReason')}
        hint={t('personalData.hold.liftHint')}
        submitLabel={t('personalData.hold.lift')}
        act={lift}
      />
    </>
  )
}

function Lifted({ holds }: { holds: readonly Hold[] }) {
  const t = useT()
  const locale = useLocale()
  const lifted = holds.filter((hold) => hold.liftedAt !== null)
  if (lifted.length === 0) return null
  return (
    <ul>
      {lifted.map((hold) => (
        <li key={hold.id} className="dimmed">
          {t('personalData.hold.lifted', {
            reason: hold.reason,
            who: hold.liftedBy,
            on: formatInstant(hold.liftedAt ?? hold.placedAt, locale),
            why: hold.liftReason,
          })}
        </li>
      ))}
    </ul>
  )
}
