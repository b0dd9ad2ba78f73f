import type { Role } from '@terreau/domain/access/roles'
import { Link } from 'wouter'
import { useCan, useSession } from '../../lib/session.ts'
import { DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { TeamMember } from './queries.ts'

/** Names, roles, second factors, and the acts of the direction on each. */
export function TeamTable({
  caption,
  members,
}: {
  caption: string
  members: readonly TeamMember[]
}) {
  const t = useT()
  return (
    <DataTable
      caption={caption}
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
