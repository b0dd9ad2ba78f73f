import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { dayInZone } from '../../lib/today.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { CertificateForm } from './certificate-form.tsx'
import { type SigningKeyRow, settingsQueries } from './queries.ts'

const PURPOSES = ['facts', 'document'] as const
/** Two months are enough to ask a provider for the next certificate. */
const WARN_DAYS = 60

/** What certificates are signed with: the square to scan, and the PDF. */
export function SigningPage() {
  const t = useT()
  const mayChange = useCan('cooperative.settings')
  const { data, error, refetch } = useQuery(settingsQueries.signing())
  return (
    <>
      <PageHeader
        title={t('settings.signing.title')}
        subtitle={t('settings.signing.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {PURPOSES.map((purpose) => (
            <CurrentKey
              key={purpose}
              purpose={purpose}
              current={data.keys.find((key) => key.purpose === purpose && key.retiredOn === null)}
            />
          ))}
          {mayChange && <CertificateForm />}
          <OldKeys keys={data.keys.filter((key) => key.retiredOn !== null)} />
          <p className="dimmed">
            {t('settings.signing.published')} <a href={data.publishedAt}>{data.publishedAt}</a>
          </p>
        </>
      )}
    </>
  )
}

interface CurrentKeyProps {
  purpose: (typeof PURPOSES)[number]
  current: SigningKeyRow | undefined
}

function CurrentKey({ purpose, current }: CurrentKeyProps) {
  const t = useT()
  const locale = useLocale()
  const mayChange = useCan('cooperative.settings')
  const name = t(`settings.signing.purpose.${purpose}`)
  return (
    <section className="panel" aria-label={name}>
      <h2>{name}</h2>
      {current === undefined ? (
        <p>{t('settings.signing.none')}</p>
      ) : (
        <>
          <p>
            {t('settings.signing.key', {
              id: current.id,
              date: formatDate(dayInZone(current.createdAt), locale, 'long'),
            })}
          </p>
          {current.certificate && <Certificate certificate={current.certificate} />}
          {mayChange && (
            <Button
              component={Link}
              variant="default"
              href={`/gestion/reglages/signature/${purpose}`}
            >
              {t(`settings.signing.change.${purpose}`)}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function Certificate({ certificate }: { certificate: NonNullable<SigningKeyRow['certificate']> }) {
  const t = useT()
  const locale = useLocale()
  const { origin, subject, issuer, validUntil, daysLeft, fingerprint } = certificate
  const date = formatDate(dayInZone(validUntil), locale, 'long')
  return (
    <>
      {origin === 'given' && daysLeft < WARN_DAYS && (
        <Alert color="yellow" mb="md">
          {t('settings.signing.soon', { date })}
        </Alert>
      )}
      <p>{t(`settings.signing.origin.${origin}`)}</p>
      <p className="dimmed">
        {t('settings.signing.certificate', { subject, issuer, date })}
        <br />
        {t('settings.signing.fingerprint', { fingerprint })}
      </p>
    </>
  )
}

function OldKeys({ keys }: { keys: readonly SigningKeyRow[] }) {
  const t = useT()
  const locale = useLocale()
  if (keys.length === 0) return null
  return (
    <section className="panel" aria-label={t('settings.signing.old')}>
      <h2>{t('settings.signing.old')}</h2>
      <p>{t('settings.signing.oldHint')}</p>
      <ul>
        {keys.map((key) => (
          <li key={key.id}>
            {t(`settings.signing.${key.isLeaked ? 'leaked' : 'until'}`, {
              name: t(`settings.signing.purpose.${key.purpose}`),
              id: key.id,
              date: formatDate(key.retiredOn ?? '', locale, 'long'),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
