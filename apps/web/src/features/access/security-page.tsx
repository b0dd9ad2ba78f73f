import { Alert, Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { afterWrite } from '../../lib/after-write.ts'
import { useSession } from '../../lib/session.ts'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { DevicesSection } from './devices-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { useMoveSession } from './mutations.ts'
import { PasswordSection } from './password-section.tsx'
import { TotpSection } from './totp-section.tsx'

/** One's own way in: second factor, password, devices, other cooperatives. */
export function SecurityPage() {
  const t = useT()
  const session = useSession()
  if (session === null) return null
  return (
    <>
      <PageHeader title={t('settings.security.title')} subtitle={session.user.email} />
      {session.mustSetUpTotp && (
        <Alert color="orange" mb="md" icon={<IconShieldLock aria-hidden />}>
          {t('settings.security.mustSetUp')}
        </Alert>
      )}
      <TotpSection hasTotp={session.user.hasTotp} />
      <PasswordSection hasPassword={session.user.hasPassword} />
      {!session.mustSetUpTotp && <DevicesSection />}
      <KeysSection />
      {session.otherCooperatives.length > 0 && (
        <OtherCooperatives cooperatives={session.otherCooperatives} />
      )}
    </>
  )
}

function OtherCooperatives(props: { cooperatives: readonly { id: string; name: string }[] }) {
  const t = useT()
  const move = useMoveSession()
  return (
    <section className="panel">
      <h2>{t('settings.security.cooperatives.title')}</h2>
      <div className="form-actions">
        {props.cooperatives.map(({ id, name }) => (
          <Button
            key={id}
            variant="default"
            loading={move.isPending && move.variables === id}
            onClick={() =>
              afterWrite(move.mutateAsync(id), ({ home }) => window.location.assign(home))
            }
          >
            {t('settings.security.cooperatives.goTo', { name })}
          </Button>
        ))}
      </div>
    </section>
  )
}
