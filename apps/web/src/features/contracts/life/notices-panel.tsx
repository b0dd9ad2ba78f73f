import { formatDate } from '@terreau/i18n/format'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { CopyButton } from './copy-button.tsx'
import { DatedProofForm } from './dated-proof-form.tsx'
import { type Life, type Notice, useRecordNotice } from './queries.ts'

/** Whom the cooperative told of this CAPE, and what is still to be sent (R5142-1). */
export function NoticesPanel({ contractId, life }: { contractId: string; life: Life }) {
  const t = useT()
  if (life.notices.length === 0) return null
  return (
    <section className="panel" aria-labelledby="notices">
      <h2 id="notices">{t('contractLife.notices.title')}</h2>
      <p>{t('contractLife.notices.intro')}</p>
      {life.notices.map((notice) => (
        <NoticeLine
          key={`${notice.event} ${notice.recipient}`}
          contractId={contractId}
          notice={notice}
        />
      ))}
    </section>
  )
}

function NoticeLine({ contractId, notice }: { contractId: string; notice: Notice }) {
  const t = useT()
  const locale = useLocale()
  const { event, recipient, sent } = notice
  const name = t('contractLife.notices.name', {
    event: t(`contractLife.notices.event.${event}`),
    recipient: t(`contractLife.notices.recipient.${recipient}`),
  })
  if (sent !== null)
    return (
      <p>
        <StatusBadge look="success">{name}</StatusBadge>{' '}
        {t('contractLife.notices.sent', {
          date: formatDate(sent.on, locale),
          who: sent.who ?? t('contracts.page.someone'),
        })}{' '}
        <a
          href={apiUrl('GET /contracts/:contractId/papers/:fileId', {
            params: { contractId, fileId: sent.fileId },
          })}
        >
          {t('contractLife.notices.proof')}
          <span className="visually-hidden"> {name}</span>
        </a>
      </p>
    )
  const date = formatDate(notice.alertAfter, locale)
  return (
    <details className="life-detail">
      <summary>
        <StatusBadge look={notice.isLate ? 'danger' : 'attention'}>{name}</StatusBadge>{' '}
        {t(notice.isLate ? 'contractLife.notices.late' : 'contractLife.notices.waiting', { date })}
      </summary>
      <NoticeForm contractId={contractId} notice={notice} name={name} />
    </details>
  )
}

function NoticeForm(props: { contractId: string; notice: Notice; name: string }) {
  const { contractId, notice, name } = props
  const { event, recipient, subject, text } = notice
  const t = useT()
  const record = useRecordNotice(contractId, notice)
  const letter = apiUrl('GET /contracts/:contractId/notices/:event/:recipient/letter', {
    params: { contractId, event, recipient },
  })
  return (
    <div>
      <h3>{t('contractLife.notices.text')}</h3>
      <p>
        <strong>{subject}</strong>
      </p>
      <pre className="ready-text" lang="fr">
        {text}
      </pre>
      <p className="contract-acts">
        <CopyButton text={`${subject}\n\n${text}`} label={t('contractLife.notices.copy')} />
        <a href={letter} target="_blank" rel="noreferrer">
          {t('contractLife.notices.letter')}
          <span className="visually-hidden">
            {' '}
            {name} {t('contracts.page.newTab')}
          </span>
        </a>
      </p>
      <DatedProofForm
        id={`notice-${event}-${recipient}`}
        dateName="sentOn"
        dateLabel={t('contractLife.notices.sentOn')}
        fileLabel={t('contractLife.notices.file')}
        fileHint={t('contractLife.notices.fileHint')}
        submitLabel={t('contractLife.notices.record')}
        isBusy={record.isPending}
        error={record.error}
        onSubmit={({ date, file }) => record.mutate({ sentOn: date, file })}
      />
    </div>
  )
}
