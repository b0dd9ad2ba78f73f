import { Alert } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { accessQueries, type Mail } from './queries.ts'

const A_PAGE = 50

/** What the cooperative wrote. On a first day without an outgoing server, codes are read here. */
export function MailsPage() {
  const t = useT()
  const before = new URLSearchParams(useSearch()).get('avant') ?? undefined
  const { data, error, refetch } = useQuery(accessQueries.mails(before))
  const oldest = data?.mails.at(-1)
  return (
    <>
      <PageHeader
        title={t('settings.mails.title')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !data.smtpConfigured && (
        <Alert color="orange" mb="md" icon={<IconMailOff aria-hidden />}>
          {t('settings.mails.noSmtp')}
        </Alert>
      )}
      {data?.mails.length === 0 && <EmptyState kind="first" title={t('settings.mails.empty')} />}
      <ul className="mail-list">
        {data?.mails.map((mail) => (
          <MailLine key={mail.id} mail={mail} isDelivered={data.smtpConfigured} />
        ))}
      </ul>
      {oldest && data && data.mails.length >= A_PAGE && (
        <Link href={`/gestion/reglages/messages?avant=${encodeURIComponent(oldest.createdAt)}`}>
          {t('settings.mails.older')}
        </Link>
      )}
    </>
  )
}

function MailLine({ mail, isDelivered }: { mail: Mail; isDelivered: boolean }) {
  const t = useT()
  const locale = useLocale()
  return (
    <li className="panel">
      <h2>{mail.subject}</h2>
      <p className="dimmed">
        {t('settings.mails.to', { name: mail.toName, address: mail.toAddress })}
        <br />
        {t('settings.mails.written', { date: formatInstant(mail.createdAt, locale) })}
      </p>
      <MailState mail={mail} isDelivered={isDelivered} />
      <details>
        <summary>{t('settings.mails.read')}</summary>
        <p className="mail-body">{mail.body}</p>
      </details>
    </li>
  )
}

function MailState({ mail, isDelivered }: { mail: Mail; isDelivered: boolean }) {
  const t = useT()
  if (mail.lastError !== null && mail.sentAt === null)
    return <StatusBadge look="danger">{t('settings.mails.failed')}</StatusBadge>
  if (mail.sentAt === null)
    return <StatusBadge look="neutral">{t('settings.mails.waiting')}</StatusBadge>
  return isDelivered ? (
    <StatusBadge look="success">{t('settings.mails.sent')}</StatusBadge>
  ) : (
    <StatusBadge look="attention">{t('settings.mails.kept')}</StatusBadge>
  )
}
