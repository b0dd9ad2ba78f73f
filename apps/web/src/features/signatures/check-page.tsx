import { formatDate } from '@terreau/i18n/format'
import { useLocation } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { SecondLook } from '../../ui/staff/second-look.tsx'
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
  const check = useCheckPaper(signature.id)
  const href = `/gestion/signatures/${signature.id}`
  const params = { signatureId: signature.id }
  return (
    <>
      <PageHeader
        title={t('signatures.check.title', { name: party.printedName })}
        subtitle={`${signature.title} · ${signature.reference}`}
        back={{ href, label: t('signatures.page.back') }}
      />
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
          <SecondLook
            rightLabel={t('signatures.check.right')}
            check={check}
            onDone={() => navigate(href)}
          />
        )}
      </section>
    </>
  )
}
