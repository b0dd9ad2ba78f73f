import { PERMISSIONS, ROLE_PERMISSIONS } from '@terreau/domain/access/permissions'
import { ROLES } from '@terreau/domain/access/roles'
import type { PageAccess } from '../lib/routes.ts'
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

/** A page that exists but not for this person: says for whom. */
export function PhoneForbidden({ permission }: { permission: PageAccess }) {
  const t = useT()
  const known = PERMISSIONS.find((one) => one === permission)
  const roles = ROLES.filter((role) => known && ROLE_PERMISSIONS[role].has(known))
  return (
    <Page title={t('common.forbidden.title')} hint={t('common.forbidden.whatToDo')}>
      {roles.length > 0 && (
        <p>
          {t('common.forbidden.whoCan', {
            roles: roles.map((role) => t(`common.role.${role}`)).join(', '),
          })}
        </p>
      )}
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

function HomeButton() {
  const t = useT()
  const session = useSession()
  const home = session ? homeOf(session.roles) : '/'
  return (
    <LinkButton href={home} isExternal={home === '/gestion'}>
      {t('common.home')}
    </LinkButton>
  )
}
