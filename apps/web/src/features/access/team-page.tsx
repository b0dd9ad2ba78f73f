import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { isStaff } from '@terreau/domain/access/roles'
import { useState } from 'react'
import { useCan } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { InviteForm } from './invite-form.tsx'
import { accessQueries, type TeamMember } from './queries.ts'
import { TeamTable } from './team-table.tsx'

/** Who comes in here, with which roles. */
export function TeamPage() {
  const t = useT()
  const mayGrant = useCan('user.grant')
  const { data, error, refetch } = useQuery(accessQueries.users())
  const [isInviting, setInviting] = useState(false)
  const [invited, setInvited] = useState<string | null>(null)
  return (
    <>
      <PageHeader
        title={t('settings.team.title')}
        subtitle={t('settings.team.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
        actions={
          mayGrant &&
          !isInviting && (
            <Button onClick={() => setInviting(true)}>{t('settings.team.invite')}</Button>
          )
        }
      />
      <SavedNotice>
        {invited !== null && t('settings.team.invited', { email: invited })}
      </SavedNotice>
      {isInviting && (
        <InviteForm
          onDone={(email) => {
            setInviting(false)
            if (email !== null) setInvited(email)
          }}
        />
      )}
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <TeamAndOthers members={data} />}
    </>
  )
}

/** The team first. People who are supported are many, and their access is the matter of their file. */
function TeamAndOthers({ members }: { members: readonly TeamMember[] }) {
  const t = useT()
  const isTeam = (member: TeamMember) => member.roles.some((r) => isStaff(r) || r === 'observer')
  const others = members.filter((member) => !isTeam(member))
  return (
    <>
      <TeamTable caption={t('settings.team.title')} members={members.filter(isTeam)} />
      {others.length > 0 && (
        <details className="settings-more">
          <summary>{t('settings.team.others', { count: others.length })}</summary>
          <TeamTable caption={t('settings.team.othersTitle')} members={others} />
        </details>
      )}
    </>
  )
}
