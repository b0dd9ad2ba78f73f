import { useQuery } from '@tanstack/react-query'
import { isRole } from '@terreau/domain/access/roles'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useTakeRoleBack } from './mutations.ts'
import { accessQueries } from './queries.ts'

const TEAM = '/gestion/reglages/equipe'

/** Says what a colleague loses before taking a role back. */
export function TakeRoleBackPage() {
  const t = useT()
  const { userId = '', role = '' } = useParams()
  const [, navigate] = useLocation()
  const { data, error, refetch } = useQuery(accessQueries.users())
  const takeBack = useTakeRoleBack()
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data || !isRole(role)) return <Loading />
  const name = data.find((member) => member.id === userId)?.displayName ?? ''
  return (
    <ConfirmPage
      title={t('settings.team.takeBackTitle', { role: t(`common.role.${role}`), name })}
      consequences={[
        t('settings.team.takeBackConsequences.next', { name }),
        t('settings.team.takeBackConsequences.last'),
      ]}
      confirmLabel={t('settings.team.takeBackConfirm')}
      cancelHref={TEAM}
      isDangerous
      isBusy={takeBack.isPending}
      error={takeBack.error}
      onConfirm={() => afterWrite(takeBack.mutateAsync({ userId, role }), () => navigate(TEAM))}
    />
  )
}
