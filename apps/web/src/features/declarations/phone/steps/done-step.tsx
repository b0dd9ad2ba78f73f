import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Redirect } from 'wouter'
import { LinkButton } from '../../../../ui/phone/button.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { DonePage } from '../done-page.tsx'
import { ownQueries } from '../queries.ts'
import { useWizard } from '../use-wizard.ts'

/** It arrived, with its number; or it waits on the phone for the network. */
export function DoneStep() {
  const t = useT()
  const client = useQueryClient()
  const { state, view, href } = useWizard()
  const { sent, isSendWaiting, isKept } = state
  const isSent = sent !== null
  useEffect(() => {
    if (!isSent) return
    void client.invalidateQueries({ queryKey: ownQueries.months().queryKey })
    // The month is read anew on the next visit; here it would only redraw the page under the reader.
    return () => client.removeQueries({ queryKey: [...ownQueries.all, 'month'] })
  }, [client, isSent])
  if (sent === null && !isSendWaiting) return <Redirect to={href('verifier')} replace />
  const hasRefusedPhoto = state.photos.some((photo) => photo.problem !== null)
  if (sent !== null) {
    return <DonePage view={view} number={sent.number} hasRefusedPhoto={hasRefusedPhoto} />
  }
  return (
    <Page
      title={t(isKept ? 'declarationsDone.waitingTitle' : 'declarationsDone.onPageTitle')}
      back="/moi"
    >
      <div role="status">
        {!isKept && <p>{t('declarationsDone.onPage')}</p>}
        <p>{t('declarationsDone.waiting')}</p>
      </div>
      <LinkButton look="secondary" href="/moi">
        {t('declarationsDone.home')}
      </LinkButton>
    </Page>
  )
}
