import { Button } from '@mantine/core'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { LongTextField } from '../../ui/staff/fields.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { PartyPage } from './party-page.tsx'
import { type Party, type Signature, useCheckPaper } from './queries.ts'

/** A second look at a sheet that was signed by hand, beside the document it must be. */
export function CheckPage() {
  const t = useT()
  return (
    <PartyPage isFor={({ state }) => state === 'to_check'} nothing={t('signatures.check.nothing')}>
      {(signature, party) => <Check signature={signature} party={party} />}
    </PartyPage>
  )
}

function Check({ signature, party }: { signature: Signature; party: Party }) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const check = useCheckPaper(signature.id)
  const href = `/gestion/signatures/${signature.id}`
  const params = { signatureId: signature.id }
  const decide = (isRight: boolean) => {
    const isIncomplete = !isRight && reason.trim() === ''
    setMissing(isIncomplete)
    if (isIncomplete) document.getElementById('reason')?.focus()
    else check.mutate({ isRight, reason: reason.trim() }, { onSuccess: () => navigate(href) })
  }
  return (
    <>
      <PageHeader
        title={t('signatures.check.title', { name: party.printedName })}
        subtitle={`${signature.title} · ${signature.reference}`}
        back={{ href, label: t('signatures.page.back') }}
      />
      {check.error && <ErrorBlock error={check.error} />}
      {signature.scan?.isOwn === true && <p>{t('signatures.page.ownScan')}</p>}
      <section className="panel form">
        {signature.scan && (
          <p>
            {t('signatures.check.received', {
              name: signature.scan.receivedBy,
              date: formatDate(signature.scan.signedOn, locale),
            })}
          </p>
        )}
        <p>{t('signatures.check.compare')}</p>
        <div className="contract-acts">
          <a
            href={apiUrl('GET /signatures/:signatureId/scan', {
              params,
              query: { position: party.position },
            })}
            target="_blank"
            rel="noreferrer"
          >
            {t('signatures.page.openScan')}
            <span className="visually-hidden"> {t('signatures.page.newTab')}</span>
          </a>
          <a
            href={apiUrl('GET /signatures/:signatureId/document', {
              params,
              query: { file: 'shown' },
            })}
            target="_blank"
            rel="noreferrer"
          >
            {t('signatures.page.openShown')}
            <span className="visually-hidden"> {t('signatures.page.newTab')}</span>
          </a>
        </div>
        {signature.scan?.isOwn === false && (
          <>
            <LongTextField
              name="reason"
              label={t('signatures.check.reason')}
              hint={t('signatures.check.reasonHint')}
              isOptional
              error={isMissing && reason.trim() === '' ? t('signatures.check.reasonMissing') : null}
              value={reason}
              onChange={setReason}
            />
            <div className="form-actions">
              <Button loading={check.isPending} onClick={() => decide(true)}>
                {t('signatures.check.right')}
              </Button>
              <Button variant="default" onClick={() => decide(false)}>
                {t('signatures.check.wrong')}
              </Button>
            </div>
          </>
        )}
      </section>
    </>
  )
}
