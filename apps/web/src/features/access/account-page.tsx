import { isStaff } from '@terreau/domain/access/roles'
import { useLocation } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { homeOf, type Session, useCan, useSession } from '../../lib/session.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { useMoveSession, useSignOut } from './mutations.ts'
import { useEnter } from './use-enter.ts'

/** Who is signed in on this phone, the other spaces they may open, and the way out. */
export function AccountPage() {
  const t = useT()
  const session = useSession()
  const mayOpenData = useCan('personal-data.own')
  if (session === null) return null
  const { displayName, email } = session.user
  return (
    <Page
      title={t('access.account.title')}
      hint={t('access.account.signedAs', { name: displayName, email })}
      back={homeOf(session.roles)}
    >
      <Spaces session={session} />
      <LinkButton look="secondary" href="/moi/appareils">
        {t('access.account.devices')}
      </LinkButton>
      {mayOpenData && (
        <LinkButton look="secondary" href="/moi/donnees">
          {t('access.account.data')}
        </LinkButton>
      )}
      <SignOut />
    </Page>
  )
}

function Spaces({ session }: { session: Session }) {
  const t = useT()
  const enter = useEnter()
  const move = useMoveSession()
  const { roles, otherCooperatives } = session
  const isTeam = roles.some((role) => isStaff(role) || role === 'observer')
  return (
    <>
      {roles.includes('tester') && (
        <LinkButton look="secondary" href="/moi">
          {t('access.account.goToActivity')}
        </LinkButton>
      )}
      {roles.includes('tutor') && (
        <LinkButton look="secondary" href="/tutorat">
          {t('access.account.goToTutoring')}
        </LinkButton>
      )}
      {isTeam && (
        <LinkButton look="secondary" href="/gestion" isExternal>
          {t('access.account.goToTeam')}
        </LinkButton>
      )}
      {move.error && <ProblemNotice error={move.error} />}
      {otherCooperatives.map(({ id, name }) => (
        <Button
          key={id}
          type="button"
          look="secondary"
          isBusy={move.isPending && move.variables === id}
          onClick={() => afterWrite(move.mutateAsync(id), enter)}
        >
          {t('access.account.goTo', { name })}
        </Button>
      ))}
    </>
  )
}

function SignOut() {
  const t = useT()
  const [, navigate] = useLocation()
  const signOut = useSignOut()
  return (
    <>
      {signOut.error && <ProblemNotice error={signOut.error} />}
      <Button
        type="button"
        look="secondary"
        isBusy={signOut.isPending}
        onClick={() => afterWrite(signOut.mutateAsync(), () => navigate('/connexion'))}
      >
        {t('common.signOut')}
      </Button>
    </>
  )
}
