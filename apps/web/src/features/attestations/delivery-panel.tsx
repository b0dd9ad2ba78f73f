import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { useT } from '../../ui/staff/words.ts'
import { HandOver } from './hand-over.tsx'
import type { AttestationDetail } from './queries.ts'

/** How the certificate goes to its person, and how it went. */
export function DeliveryPanel({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const locale = useLocale()
  const mayGive = useCan('attestation.issue')
  const { id, personName, state, delivery } = attestation
  const { sending, share, deliveries } = delivery
  return (
    <section className="panel" aria-labelledby="delivery">
      <h2 id="delivery">{t('attestations.delivery.title')}</h2>
      <p>{t(`attestations.delivery.wished.${sending}`)}</p>
      {deliveries.length === 0 ? (
        <p>{t('attestations.delivery.notYet')}</p>
      ) : (
        <ul>
          {deliveries.map(({ channel, at, by }) => (
            <li key={`${at} ${channel}`}>
              {t(`attestations.delivery.done.${channel}`, { date: formatInstant(at, locale) })}
              {by !== '' && ` (${by})`}
            </li>
          ))}
        </ul>
      )}
      {mayGive && state === 'issued' && (
        <div className="form-actions">
          <HandOver attestationId={id} name={personName} share={share} />
        </div>
      )}
    </section>
  )
}
