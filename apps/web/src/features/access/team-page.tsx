import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Role } from '@terreau/domain/access/roles'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCan, useSession } from '../../lib/session.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { InviteForm } from './invite-form.tsx'
import { accessQueries, type TeamMember } from './queries.ts'

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
      {data && <TeamTable members={data} />}
    </>
  )
}

function TeamTable({ members }: { members: readonly TeamMember[] }) {
  const t = useT()
  return (
    <DataTable
      caption={t('settings.team.title')}
      rows={members}
      rowKey={(member) => member.id}
      columns={[
        {
          key: 'name',
          header: t('settings.team.columns.name'),
          cell: (member) => (
            <>
              {member.displayName}
              <br />
              <span className="dimmed">{member.email}</span>
            </>
          ),
        },
        {
          key: 'roles',
          header: t('settings.team.columns.roles'),
          cell: (member) => <Roles member={member} />,
        },
        {
          key: 'secondFactor',
          header: t('settings.team.columns.secondFactor'),
          cell: (member) => <SecondFactor member={member} />,
        },
      ]}
    />
  )
}

function Roles({ member }: { member: TeamMember }) {
  const t = useT()
  const mayGrant = useCan('user.grant')
  const label = (role: Role) =>
    t('settings.team.takeBackLabel', { role: t(`common.role.${role}`), name: member.displayName })
  return (
    <ul className="settings-roles">
      {member.roles.map((role) => (
        <li key={role}>
          {t(`common.role.${role}`)}{' '}
          {mayGrant && (
            <Link
              href={`/gestion/reglages/equipe/${member.id}/role/${role}`}
              aria-label={label(role)}
            >
              {t('settings.team.takeBack')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function SecondFactor({ member }: { member: TeamMember }) {
  const t = useT()
  const mayGrant = useCan('user.grant')
  const isMe = useSession()?.user.id === member.id
  return (
    <>
      <StatusBadge look={member.hasTotp ? 'success' : 'neutral'}>
        {t(member.hasTotp ? 'settings.team.hasTotp' : 'settings.team.noTotp')}
      </StatusBadge>
      {mayGrant && member.hasTotp && !isMe && (
        <>
          {' '}
          <Link
            href={`/gestion/reglages/equipe/${member.id}/code`}
            aria-label={t('settings.team.forgetLabel', { name: member.displayName })}
          >
            {t('settings.team.forget')}
          </Link>
        </>
      )}
    </>
  )
}
