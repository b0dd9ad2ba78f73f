import { Alert, Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useSendContract } from './mutations.ts'
import type { Contract } from './queries.ts'

/** What can be done with the contract as it stands, the main act first. */
export function ContractActs({ contract }: { contract: Contract }) {
  const t = useT()
  const mayWrite = useCan('contract.create')
  const mayCountersign = useCan('contract.countersign')
  const send = useSendContract(contract.id)
  const href = `/gestion/contrats/${contract.id}`
  const { person, state, missing } = contract
  const name = `${person.givenName} ${person.familyName}`
  const isReady = state === 'draft' && missing.length === 0
  const isOpen = state === 'draft' || state === 'to_sign' || state === 'signed'
  return (
    <section className="panel">
      {send.error && <ErrorBlock error={send.error} />}
      <div role="status">
        {send.isSuccess && (
          <Alert color="green" mb="md">
            {t('contracts.page.sent', { name })}
          </Alert>
        )}
      </div>
      {mayWrite && isReady && <p>{t('contracts.page.sendHint', { name, email: person.email })}</p>}
      {state === 'active' && contract.signatures.length > 0 && <p>{t('contracts.page.notice')}</p>}
      <div className="contract-acts">
        {mayWrite && isReady && (
          <Button loading={send.isPending} onClick={() => send.mutate(contract.version)}>
            {t('contracts.page.send')}
          </Button>
        )}
        {mayCountersign && state === 'signed' && (
          <Button component={Link} href={`${href}/signer`}>
            {t('contracts.page.countersign')}
          </Button>
        )}
        {mayWrite && contract.isRenewable && (
          <Button component={Link} href={renewalHref(contract)}>
            {t('contracts.page.renew')}
          </Button>
        )}
        <Documents contract={contract} />
        {mayWrite && state === 'draft' && (
          <Link href={`${href}/modifier`}>{t('contracts.page.edit')}</Link>
        )}
        {mayWrite && isOpen && (
          <Link href={`${href}/abandonner`}>{t('contracts.page.cancel')}</Link>
        )}
      </div>
    </section>
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
      {contract.state === 'draft' && contract.missing.length === 0 && (
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
