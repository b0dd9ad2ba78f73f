import { Alert, Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { fullName } from '@terreau/domain/names/full-name'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { NoEmailNotice } from '../../ui/staff/no-email-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { isPrintable } from './contract-missing.tsx'
import { useSendContract } from './mutations.ts'
import type { Contract } from './queries.ts'
import { useContractTexts } from './use-contract-texts.ts'

/** What can be done with the contract as it stands, the main act first. */
export function ContractActs({ contract }: { contract: Contract }) {
  const t = useT()
  const mayWrite = useCan('contract.create')
  const send = useSendContract(contract.id)
  const { person, state, missing } = contract
  const name = fullName(person)
  const isReady = mayWrite && state === 'draft' && missing.length === 0
  return (
    <>
      <div role="status">
        {send.isSuccess && (
          <Alert color="green" mb="md">
            {t('contracts.page.sent', { name })}
          </Alert>
        )}
      </div>
      <section className="panel">
        {send.error && <ErrorBlock error={send.error} />}
        {isReady && person.email !== '' && (
          <p>{t('contracts.page.sendHint', { name, email: person.email })}</p>
        )}
        {isReady && <NoEmailNotice names={person.email === '' ? [name] : []} />}
        {state === 'active' && contract.signatures.length > 0 && (
          <p>{t('contracts.page.notice')}</p>
        )}
        <div className="contract-acts">
          {isReady && (
            <Button loading={send.isPending} onClick={() => send.mutate(contract.version)}>
              {t('contracts.page.send')}
            </Button>
          )}
          <NextPages contract={contract} />
          <Documents contract={contract} />
          {mayWrite && <OtherPages contract={contract} />}
        </div>
      </section>
    </>
  )
}

/** The main act that has a page of its own: signing, renewing. */
function NextPages({ contract }: { contract: Contract }) {
  const t = useT()
  const texts = useContractTexts()
  const mayWrite = useCan('contract.create')
  const mayCountersign = useCan('signature.countersign')
  const mayManage = useCan('signature.manage')
  const { signatureId, state } = contract
  if (mayManage && signatureId !== null && (state === 'to_sign' || state === 'signed'))
    return (
      <>
        {mayCountersign && state === 'signed' && (
          <Button component={Link} href={`/gestion/signatures/signer?ids=${signatureId}`}>
            {t('contracts.page.countersign')}
          </Button>
        )}
        <Button component={Link} variant="default" href={`/gestion/signatures/${signatureId}`}>
          {t('contracts.page.signatures')}
        </Button>
      </>
    )
  if (!mayWrite || !contract.isRenewable) return null
  return (
    <Button
      component={Link}
      href={renewalHref(contract)}
      variant={texts.daysLeft(contract) === null ? 'default' : 'filled'}
    >
      {t('contracts.page.renew')}
    </Button>
  )
}

function OtherPages({ contract }: { contract: Contract }) {
  const t = useT()
  const href = `/gestion/contrats/${contract.id}`
  const { state } = contract
  const isOpen = state === 'draft' || state === 'to_sign' || state === 'signed'
  return (
    <>
      {state === 'draft' && (
        <Button
          component={Link}
          href={`${href}/modifier`}
          variant={isPrintable(contract) ? 'default' : 'filled'}
        >
          {t('contracts.page.edit')}
        </Button>
      )}
      {isOpen && <Link href={`${href}/abandonner`}>{t('contracts.page.cancel')}</Link>}
    </>
  )
}

function renewalHref(contract: Contract): string {
  return `/gestion/contrats/nouveau?personne=${contract.person.id}&activite=${contract.activityId}`
}

function Documents({ contract }: { contract: Contract }) {
  const t = useT()
  const params = { contractId: contract.id }
  const url = (stage?: 'to_sign' | 'signed') =>
    apiUrl('GET /contracts/:contractId/document', { params, query: stage ? { stage } : {} })
  const stages = contract.documents.map((document) => document.stage)
  return (
    <>
      {contract.state === 'draft' && isPrintable(contract) && (
        <NewTab href={url()}>{t('contracts.page.seePdf')}</NewTab>
      )}
      {stages.includes('signed') && (
        <NewTab href={url('signed')}>{t('contracts.page.seeSigned')}</NewTab>
      )}
      {stages.includes('to_sign') && (
        <NewTab href={url('to_sign')}>{t('contracts.page.seeToSign')}</NewTab>
      )}
    </>
  )
}

function NewTab({ href, children }: { href: string; children: ReactNode }) {
  const t = useT()
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden"> {t('contracts.page.newTab')}</span>
      <IconExternalLink size={18} aria-hidden />
    </a>
  )
}
