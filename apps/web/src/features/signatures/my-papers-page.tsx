import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { apiUrl } from '../../lib/api.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { Mention } from './mention.tsx'
import { OwnDates } from './own-dates.tsx'
import { type OwnContract, type OwnSignature, ownSignatureQueries } from './own-queries.ts'

const GROUPS = ['toSign', 'others', 'signed', 'ended'] as const

/** What waits for a signature first, then what was signed, and the way to the certificates. */
export function MyPapersPage() {
  const t = useT()
  const signatures = useQuery(ownSignatureQueries.list())
  const contracts = useQuery(ownSignatureQueries.contracts())
  const error = signatures.error ?? contracts.error
  const list = signatures.data ?? []
  const elsewhere = contracts.data?.filter((contract) => contract.documents.length === 0) ?? []
  const isKnown = signatures.data !== undefined && contracts.data !== undefined
  const retry = () => void Promise.all([signatures.refetch(), contracts.refetch()])
  return (
    <Page title={t('signaturesPhone.papers.title')} hasTabs>
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {!isKnown && !error && <Loading />}
      {isKnown && !list.some((one) => groupOf(one) === 'toSign') && (
        <p className="lead">
          {t('signaturesPhone.papers.nothing')}
          {list.length + elsewhere.length === 0 && ` ${t('signaturesPhone.papers.first')}`}
        </p>
      )}
      {isKnown &&
        GROUPS.map((group) => (
          <Group key={group} group={group} list={list.filter((one) => groupOf(one) === group)} />
        ))}
      {(contracts.data ?? []).map(
        ({ id, papersMention }) =>
          papersMention !== null && <Mention key={id} text={papersMention} />,
      )}
      {elsewhere.length > 0 && <h2>{t('signaturesPhone.papers.elsewhere')}</h2>}
      {elsewhere.map((contract) => (
        <ContractCard key={contract.id} contract={contract} />
      ))}
      <OwnDates />
      <Card title={t('signaturesPhone.papers.interviews')}>
        <p>{t('signaturesPhone.papers.interviewsHint')}</p>
        <LinkButton href="/moi/entretiens" look="secondary">
          {t('signaturesPhone.papers.openInterviews')}
        </LinkButton>
      </Card>
      <Card title={t('signaturesPhone.papers.pieces')}>
        <p>{t('signaturesPhone.papers.piecesHint')}</p>
        <LinkButton href="/moi/bienvenue/tout" look="secondary">
          {t('signaturesPhone.papers.openPieces')}
        </LinkButton>
      </Card>
      <Card title={t('signaturesPhone.papers.permit')}>
        <p>{t('signaturesPhone.papers.permitHint')}</p>
        <LinkButton href="/moi/titre" look="secondary">
          {t('signaturesPhone.papers.openPermit')}
        </LinkButton>
      </Card>
      <Card title={t('signaturesPhone.papers.certificates')}>
        <p>{t('signaturesPhone.papers.certificatesHint')}</p>
        <LinkButton href="/moi/attestations" look="secondary">
          {t('signaturesPhone.papers.openCertificates')}
        </LinkButton>
      </Card>
    </Page>
  )
}

function groupOf({ state, own, isLate }: OwnSignature): (typeof GROUPS)[number] {
  if (state === 'signed') return 'signed'
  if (state !== 'waiting' || isLate) return 'ended'
  return own === 'asked' ? 'toSign' : 'others'
}

function Group({ group, list }: { group: (typeof GROUPS)[number]; list: OwnSignature[] }) {
  const t = useT()
  if (list.length === 0) return null
  return (
    <>
      <h2>{t(`signaturesPhone.papers.${group}`)}</h2>
      {list.map((signature) => (
        <SignatureCard key={signature.id} signature={signature} />
      ))}
    </>
  )
}

function SignatureCard({ signature }: { signature: OwnSignature }) {
  const t = useT()
  const locale = useLocale()
  const group = groupOf(signature)
  const { id, title, state, parties, signedSha256, endedAt } = signature
  const waited = parties.find((party) => party.state === 'asked')
  const pdf = apiUrl('GET /me/signatures/:signatureId/document', {
    params: { signatureId: id },
    query: {},
  })
  return (
    <Card title={title}>
      {group === 'toSign' && (
        <>
          <p>
            {t('signaturesPhone.papers.until', { date: formatDate(signature.expiresOn, locale) })}
          </p>
          <LinkButton href={`/moi/papiers/${id}/signer`}>
            {t('signaturesPhone.papers.sign')}
            <span className="visually-hidden">
              {t('signaturesPhone.papers.signNamed', { title })}
            </span>
          </LinkButton>
        </>
      )}
      {group === 'others' && (
        <p>
          {signature.own === 'to_check'
            ? t('signaturesPhone.papers.paperToCheck')
            : t('signaturesPhone.papers.waitsFor', { name: waited?.printedName ?? '' })}
        </p>
      )}
      {state === 'signed' && endedAt !== null && (
        <p>{t('signaturesPhone.papers.signedOn', { date: formatInstant(endedAt, locale) })}</p>
      )}
      {group === 'ended' && state !== 'signed' && (
        <p>{t(`signaturesPhone.papers.end.${state === 'waiting' ? 'expired' : state}`)}</p>
      )}
      <Levels signature={signature} />
      {group !== 'toSign' && (
        <LinkButton href={pdf} look="secondary" isExternal>
          {t(
            state === 'signed' ? 'signaturesPhone.papers.open' : 'signaturesPhone.papers.openShown',
          )}{' '}
          <span className="visually-hidden">
            {t('signaturesPhone.papers.signNamed', { title })}
          </span>
        </LinkButton>
      )}
      {signedSha256 !== null && (
        <p className="hint fingerprint">
          {t('signaturesPhone.papers.fingerprint')} {signedSha256}
        </p>
      )}
    </Card>
  )
}

/** What each signature proves, in plain words. */
function Levels({ signature }: { signature: OwnSignature }) {
  const t = useT()
  return signature.parties.map(({ position, level, printedName, typedName }) =>
    level === null ? null : (
      <p key={position} className="hint">
        {t(`signaturesPhone.level.${level}`, { name: typedName ?? printedName })}
      </p>
    ),
  )
}

function ContractCard({ contract }: { contract: OwnContract }) {
  const t = useT()
  const locale = useLocale()
  const from = formatDate(contract.startsOn, locale)
  return (
    <Card title={t(`signaturesPhone.kind.${contract.kind}`)}>
      <p>
        {contract.endsOn === null
          ? t('signaturesPhone.papers.from', { from })
          : t('signaturesPhone.papers.period', { from, to: formatDate(contract.endsOn, locale) })}
      </p>
    </Card>
  )
}
