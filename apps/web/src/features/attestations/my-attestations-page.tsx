import { Page } from '../../ui/phone/page.tsx'
import { useT } from '../../ui/phone/words.ts'
import { MyAttestationsList } from './my-attestations-list.tsx'

/** The certificates of the person signed in. */
export function MyAttestationsPage() {
  const t = useT()
  return (
    <Page title={t('attestationsPhone.title')} hint={t('attestationsPhone.hint')} hasTabs>
      <MyAttestationsList />
    </Page>
  )
}
