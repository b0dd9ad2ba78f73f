import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AttestationDetail } from './queries.ts'

/** What a reader outside uses to check the document, and whether its stored bytes are intact. */
export function VerificationPanel({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const { shortCode, verifyUrl, sha256, isIntact, locale } = attestation
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
        <dt>{t('attestations.detail.fingerprint')}</dt>
        <dd>{sha256}</dd>
        <dt>{t('attestations.detail.language')}</dt>
        <dd lang={locale}>{t(`attestations.language.${locale}`)}</dd>
      </dl>
    </section>
  )
}
