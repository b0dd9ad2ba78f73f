import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { periodText } from './period-text.ts'
import { attestationQueries, type OwnAttestation } from './queries.ts'

/** Every certificate with its document, newest first. */
export function MyAttestationsList() {
  const t = useT()
  const { data, error, refetch } = useQuery(attestationQueries.own())
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading />
  if (data.length === 0) return <p>{t('attestationsPhone.empty')}</p>
  return data.map((attestation) => <Item key={attestation.id} attestation={attestation} />)
}

function Item({ attestation }: { attestation: OwnAttestation }) {
  const t = useT()
  const locale = useLocale()
  const { id, kind, number, issuedOn, state, checks, verifyUrl } = attestation
  const document = apiUrl('GET /me/attestations/:attestationId/document', {
    params: { attestationId: id },
  })
  return (
    <article className="card">
      <h2>{`${t(`attestationsPhone.kind.${kind}`)} · ${periodText(attestation, locale)}`}</h2>
      <p className="hint">
        {t('attestationsPhone.number', { number })} ·{' '}
        {t('attestationsPhone.issuedOn', { date: formatDate(issuedOn, locale, 'long') })}
        {checks > 0 && ` · ${t('attestationsPhone.checks', { count: checks })}`}
      </p>
      {state !== 'issued' ? (
        <Notice look="danger">
          <p>{t(`attestationsPhone.${state}`)}</p>
        </Notice>
      ) : (
        <>
          <LinkButton href={document} look="secondary" isExternal>
            {t('attestationsPhone.open')}
          </LinkButton>
          <a href={verifyUrl}>{t('attestationsPhone.check')}</a>
        </>
      )}
    </article>
  )
}
