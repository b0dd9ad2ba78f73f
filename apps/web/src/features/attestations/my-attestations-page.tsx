import { useCan } from '../../lib/session.ts'
import { Page } from '../../ui/phone/page.tsx'
import { useT } from '../../ui/phone/words.ts'
import { AskAttestation } from './ask-attestation.tsx'
import { MyAttestationsList } from './my-attestations-list.tsx'

/** The certificates of the person signed in. */
export function MyAttestationsPage() {
  const t = useT()
  const mayAsk = useCan('document.send')
  return (
    <Page title={t('attestationsPhone.title')} hint={t('attestationsPhone.hint')} hasTabs>
      <MyAttestationsList />
      {mayAsk && <AskAttestation />}
    </Page>
  )
}
