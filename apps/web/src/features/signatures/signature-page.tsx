import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useParams } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ActList } from './act-list.tsx'
import { PartiesTable } from './parties-table.tsx'
import { type Signature, signatureQueries } from './queries.ts'
import { SignatureActs } from './signature-acts.tsx'
import { SignatureState } from './signature-state.tsx'

/** One request to sign: whose turn it is, what can be done, what each signature proves, what happened. */
export function SignaturePage() {
  const t = useT()
  const { signatureId = '' } = useParams()
  const { data, error, refetch } = useQuery(signatureQueries.detail(signatureId))
  const back = { href: '/gestion/signatures', label: t('signatures.page.back') }
  if (problemOf(error)?.status === 404)
    return <PageHeader title={t('signatures.page.notFound')} back={back} />
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHeader title={data.title} subtitle={<SignatureState state={data.state} />} back={back} />
      {data.isLate && (
        <Alert color="orange" mb="md">
          {t('signatures.page.late')}
        </Alert>
      )}
      <SignatureActs signature={data} />
      <PartiesTable signature={data} />
      <Document signature={data} />
      {data.summary.length > 0 && (
        <section className="panel">
          <h2>{t('signatures.page.summary')}</h2>
          <ol className="signature-sentences">
            {data.summary.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </section>
      )}
      <ActList acts={data.acts} />
    </>
  )
}

function Document({ signature }: { signature: Signature }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className="panel">
      <h2>{t('signatures.page.document')}</h2>
      <dl className="facts">
        <dt>{t('signatures.page.reference')}</dt>
        <dd>{signature.reference}</dd>
        <dt>{t('signatures.page.opened')}</dt>
        <dd>{formatInstant(signature.openedAt, locale)}</dd>
        <dt>{t('signatures.page.until')}</dt>
        <dd>{formatDate(signature.expiresOn, locale)}</dd>
        <dt>{t('signatures.page.fingerprint')}</dt>
        <dd className="fingerprint">{signature.documentSha256}</dd>
        {signature.signedSha256 !== null && (
          <>
            <dt>{t('signatures.page.signedFingerprint')}</dt>
            <dd className="fingerprint">{signature.signedSha256}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
