import { PERMISSIONS, ROLE_PERMISSIONS } from '@terreau/domain/access/permissions'
import { ROLES } from '@terreau/domain/access/roles'
import type { PageAccess } from '../lib/routes.ts'
import { Page } from '../ui/phone/page.tsx'
import { useT } from '../ui/phone/words.ts'
import { HomeButton } from './phone-states.tsx'

/** A page that exists but not for this person: says for whom. Fetched alone, with the table. */
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
