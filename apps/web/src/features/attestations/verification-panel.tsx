import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AttestationDetail } from './queries.ts'

/** What a reader outside uses to check the document, and whether its stored bytes are intact. */
export function VerificationPanel({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const { shortCode, verifyUrl, sha256, isIntact, sealed, locale, copyLocale } = attestation
  return (
    <section className="panel" aria-labelledby="verification">
      <h2 id="verification">{t('attestations.detail.verification')}</h2>
      <dl className="attestation-facts">
        <dt>{t('attestations.detail.shortCode')}</dt>
        <dd className="attestation-number">{shortCode}</dd>
        <dt>{t('attestations.detail.verifyLink')}</dt>
        <dd>
          <a href={verifyUrl}>{verifyUrl}</a>
        </dd>
        <dt>{t('attestations.detail.seal')}</dt>
        <dd>
          <StatusBadge look={isIntact ? 'success' : 'danger'}>
            {t(isIntact ? 'attestations.detail.sealIntact' : 'attestations.detail.sealBroken')}
          </StatusBadge>
        </dd>
        {sealed !== null && (
          <>
            <dt>{t('attestations.detail.level')}</dt>
            <dd>
              <SealText sealed={sealed} />
            </dd>
          </>
        )}
        <dt>{t('attestations.detail.fingerprint')}</dt>
        <dd>{sha256}</dd>
        <dt>{t('attestations.detail.language')}</dt>
        <dd lang={locale}>{t(`attestations.language.${copyLocale ? 'both' : locale}`)}</dd>
      </dl>
    </section>
  )
}

/** The level of the seal, the time that a service vouches for, or why it does not. */
function SealText({ sealed }: { sealed: NonNullable<AttestationDetail['sealed']> }) {
  const t = useT()
  const pageLocale = useLocale()
  const { level, stampedAt, stampFailure } = sealed
  if (stampedAt !== null)
    return t('attestations.detail.stamped', { level, date: formatInstant(stampedAt, pageLocale) })
  if (stampFailure !== null) return t(`attestations.detail.notStamped.${stampFailure}`, { level })
  return t('attestations.detail.unstamped', { level })
}
