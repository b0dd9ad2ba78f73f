import { Alert, Button } from '@mantine/core'
import { IconBan, IconReplace } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { isIssuableKind } from '@terreau/domain/attestations/kinds'
import { Link, useParams } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import './attestations.css'
import { AttestationState } from './attestations-table.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { CopyLink } from './copy-link.tsx'
import { DeliveryPanel } from './delivery-panel.tsx'
import { periodText } from './period-text.ts'
import { type AttestationDetail, attestationQueries } from './queries.ts'
import { SnapshotPanel } from './snapshot-panel.tsx'
import { replaceAddress } from './use-issue-choice.ts'
import { VerificationPanel } from './verification-panel.tsx'

/** One certificate: its document, what it says, how it is verified, who issued it. */
export function AttestationPage() {
  const t = useT()
  const { attestationId = '' } = useParams()
  const { data, error, refetch } = useQuery(attestationQueries.detail(attestationId))
  const isAbsent = problemOf(error)?.code === 'not-found'
  const back = { href: '/gestion/attestations', label: t('attestations.detail.back') }
  if (data === undefined) {
    return (
      <>
        <PageHeader title={t('attestations.title')} back={back} />
        {error ? (
          <ErrorBlock error={error} {...(isAbsent ? {} : { onRetry: () => void refetch() })} />
        ) : (
          <Loading />
        )}
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={data.number}
        back={back}
        subtitle={<Subtitle attestation={data} />}
        actions={<Actions attestation={data} />}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data.revocation && <RevokedNotice revocation={data.revocation} />}
      {data.replacement && <ReplacedNotice replacement={data.replacement} />}
      <SnapshotPanel snapshot={data.snapshot} />
      <DeliveryPanel attestation={data} />
      <VerificationPanel attestation={data} />
      <ChecksPanel attestation={data} />
      <History attestation={data} />
    </>
  )
}

function Subtitle({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const locale = useLocale()
  const { kind, personId, personName, state } = attestation
  return (
    <>
      {t(`attestations.kind.${kind}`)} · {periodText(attestation, locale)} ·{' '}
      <Link href={`/gestion/personnes/${personId}`}>{personName}</Link>{' '}
      <AttestationState state={state} />
    </>
  )
}

function Actions({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const mayRevoke = useCan('attestation.revoke')
  const { id, kind, state, verifyUrl } = attestation
  const document = apiUrl('GET /attestations/:attestationId/document', {
    params: { attestationId: id },
  })
  return (
    <>
      {mayRevoke && state === 'issued' && isIssuableKind(kind) && (
        <Button
          component={Link}
          href={replaceAddress({ ...attestation, kind })}
          variant="default"
          leftSection={<IconReplace size={18} aria-hidden />}
        >
          {t('attestations.detail.replace')}
        </Button>
      )}
      {mayRevoke && state !== 'revoked' && (
        <Button
          component={Link}
          href={`/gestion/attestations/${id}/revoquer`}
          variant="default"
          leftSection={<IconBan size={18} aria-hidden />}
        >
          {t('attestations.detail.revoke')}
        </Button>
      )}
      <CopyLink url={verifyUrl} />
      <Button component="a" href={document}>
        {t('attestations.detail.openDocument')}
      </Button>
    </>
  )
}

function RevokedNotice({
  revocation,
}: {
  revocation: NonNullable<AttestationDetail['revocation']>
}) {
  const t = useT()
  const locale = useLocale()
  const { revokedAt, revokedBy: name, reason } = revocation
  return (
    <Alert color="red" icon={<IconBan aria-hidden />} mb="md">
      {t('attestations.detail.revokedNotice', {
        date: formatInstant(revokedAt, locale),
        name,
        reason,
      })}
    </Alert>
  )
}

function ReplacedNotice({
  replacement,
}: {
  replacement: NonNullable<AttestationDetail['replacement']>
}) {
  const t = useT()
  const locale = useLocale()
  const { id, number, replacedAt, replacedBy: name, reason } = replacement
  return (
    <Alert color="red" icon={<IconReplace aria-hidden />} mb="md">
      {t('attestations.detail.replacedNotice', {
        date: formatInstant(replacedAt, locale),
        name,
        reason,
      })}{' '}
      <Link href={`/gestion/attestations/${id}`}>{number}</Link>
    </Alert>
  )
}

function History({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const locale = useLocale()
  const { issuedAt, issuedBy, revocation, replacement, replaces } = attestation
  const at = (instant: string) => formatInstant(instant, locale)
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t('attestations.detail.history')}</h2>
      <ol>
        <li>
          {t('attestations.detail.issued', { date: at(issuedAt), name: issuedBy })}
          {replaces && (
            <>
              {' · '}
              <Link href={`/gestion/attestations/${replaces.id}`}>
                {t('attestations.detail.replaces', { number: replaces.number })}
              </Link>
            </>
          )}
        </li>
        {replacement && (
          <li>
            {t('attestations.detail.replaced', {
              date: at(replacement.replacedAt),
              name: replacement.replacedBy,
            })}
          </li>
        )}
        {revocation && (
          <li>
            {t('attestations.detail.revoked', {
              date: at(revocation.revokedAt),
              name: revocation.revokedBy,
            })}
          </li>
        )}
      </ol>
    </section>
  )
}
