import { homeOf, useSession } from '../lib/session.ts'
import { LinkButton } from '../ui/phone/button.tsx'
import { Page } from '../ui/phone/page.tsx'
import { ProblemNotice } from '../ui/phone/problem-notice.tsx'
import { useT } from '../ui/phone/words.ts'

/** An address that leads nowhere. */
export function PhoneNotFound() {
  const t = useT()
  return (
    <Page title={t('common.notFound.title')} hint={t('common.notFound.hint')}>
      <HomeButton />
    </Page>
  )
}

/** The page could not be loaded or broke while drawing. */
export function PhoneLoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT()
  return (
    <Page title={t('common.error.loadFailed')}>
      <ProblemNotice error={error} onRetry={onRetry} />
    </Page>
  )
}

export function HomeButton() {
  const t = useT()
  const session = useSession()
  const home = session ? homeOf(session.roles) : '/'
  return (
    <LinkButton href={home} isExternal={home === '/gestion'}>
      {t('common.home')}
    </LinkButton>
  )
}
