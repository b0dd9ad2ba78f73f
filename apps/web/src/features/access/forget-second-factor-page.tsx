import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ConfirmPage } from '../../ui/staff/confirm-page.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useForgetSecondFactor } from './mutations.ts'
import { accessQueries } from './queries.ts'

const TEAM = '/gestion/reglages/equipe'

/** For a colleague who lost their phone: says what happens to them before doing it. */
export function ForgetSecondFactorPage() {
  const t = useT()
  const { userId = '' } = useParams()
  const [, navigate] = useLocation()
  const { data, error, refetch } = useQuery(accessQueries.users())
  const forget = useForgetSecondFactor()
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const name = data.find((member) => member.id === userId)?.displayName ?? ''
  return (
    <ConfirmPage
      title={t('settings.team.forgetTitle', { name })}
      consequences={[
        t('settings.team.forgetConsequences.out', { name }),
        t('settings.team.forgetConsequences.again'),
        t('settings.team.forgetConsequences.journal'),
      ]}
      confirmLabel={t('settings.team.forgetConfirm')}
      cancelHref={TEAM}
      isDangerous
      isBusy={forget.isPending}
      error={forget.error}
      onConfirm={() => afterWrite(forget.mutateAsync(userId), () => navigate(TEAM))}
    />
  )
}
