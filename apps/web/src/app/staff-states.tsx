import { Anchor } from '@mantine/core'
import { PERMISSIONS, ROLE_PERMISSIONS } from '@terreau/domain/access/permissions'
import { ROLES } from '@terreau/domain/access/roles'
import type { PageAccess } from '../lib/routes.ts'
import { homeOf, useSession } from '../lib/session.ts'
import { ErrorBlock } from '../ui/staff/error-block.tsx'
import { PageHeader } from '../ui/staff/page-header.tsx'
import { useT } from '../ui/staff/words.ts'

/** An address that leads nowhere. */
export function StaffNotFound() {
  const t = useT()
  return (
    <>
      <PageHeader title={t('common.notFound.title')} />
      <p>{t('common.notFound.hint')}</p>
      <HomeLink />
    </>
  )
}

/** A page that exists but not for this person: says for whom. */
export function StaffForbidden({ permission }: { permission: PageAccess }) {
  const t = useT()
  const known = PERMISSIONS.find((one) => one === permission)
  const roles = ROLES.filter((role) => known && ROLE_PERMISSIONS[role].has(known))
  return (
    <>
      <PageHeader title={t('common.forbidden.title')} />
      {roles.length > 0 && (
        <p>
          {t('common.forbidden.whoCan', {
            roles: roles.map((role) => t(`common.role.${role}`)).join(', '),
          })}
        </p>
      )}
      <p>{t('common.forbidden.whatToDo')}</p>
      <HomeLink />
    </>
  )
}

/** The page could not be loaded or broke while drawing. */
export function StaffLoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT()
  return (
    <>
      <PageHeader title={t('common.error.loadFailed')} />
      <ErrorBlock error={error} onRetry={onRetry} />
    </>
  )
}

/** A tester who typed a staff address goes back to the phone pages, which are another document. */
function HomeLink() {
  const t = useT()
  const session = useSession()
  return <Anchor href={session ? homeOf(session.roles) : '/'}>{t('common.home')}</Anchor>
}
