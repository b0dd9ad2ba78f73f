import { Button } from '@mantine/core'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { RadioField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { looksLikeEmail } from './looks-like-email.ts'
import { useInvite } from './mutations.ts'

const INVITED_ROLES = ['adviser', 'accountant', 'direction', 'observer'] as const
type InvitedRole = (typeof INVITED_ROLES)[number]

/** Gives a colleague a role; they get an e-mail that says where to enter. */
export function InviteForm({ onDone }: { onDone: (email: string | null) => void }) {
  const t = useT()
  const [displayName, setDisplayName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<InvitedRole>('adviser')
  const [attempt, setAttempt] = useState(0)
  const invite = useInvite()
  const local = {
    displayName:
      displayName.trim() === ''
        ? t('settings.missing', { label: t('settings.team.displayName') })
        : null,
    email: looksLikeEmail(email) ? null : t('settings.team.emailWrong'),
  }
  const form = useFieldErrors(invite.error, attempt > 0 ? local : {})
  const send = () => {
    setAttempt((n) => n + 1)
    if (local.displayName !== null || local.email !== null) return
    afterWrite(invite.mutateAsync({ displayName, email, role }), () => onDone(email.trim()))
  }
  return (
    <section className="panel" aria-label={t('settings.team.inviteTitle')}>
      <h2>{t('settings.team.inviteTitle')}</h2>
      <Form
        onSubmit={send}
        submitLabel={t('settings.team.invite')}
        isBusy={invite.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="subtle" onClick={() => onDone(null)}>
            {t('common.cancel')}
          </Button>
        }
      >
        <TextField
          name="displayName"
          label={t('settings.team.displayName')}
          value={displayName}
          onChange={setDisplayName}
          error={form.errorOf('displayName')}
        />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          label={t('settings.team.email')}
          value={email}
          onChange={setEmail}
          error={form.errorOf('email')}
        />
        <RadioField
          name="role"
          label={t('settings.team.role')}
          hint={t(`settings.team.roleHint.${role}`)}
          value={role}
          onChange={(value) => setRole(INVITED_ROLES.find((one) => one === value) ?? role)}
          options={INVITED_ROLES.map((value) => ({ value, label: t(`common.role.${value}`) }))}
        />
      </Form>
    </section>
  )
}
