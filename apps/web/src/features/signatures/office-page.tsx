import { Alert } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { handScreen, useHandedScreen } from '../../lib/handed-screen.ts'
import { useSession } from '../../lib/session.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, PasswordField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { OfficeScreen } from './office-screen.tsx'
import { PartyPage } from './party-page.tsx'
import type { Party, Signature } from './queries.ts'

const BACK_CODE = /^\d{4,8}$/

/** Staff say why the person signs here and are named as the witness; then the person holds the screen. */
export function OfficePage() {
  const t = useT()
  const handed = useHandedScreen()
  const session = useSession()
  if (handed?.isDone === true)
    return (
      <>
        <PageHeader title={t('signatures.office.done')} />
        <p>{t('signatures.office.doneHint', { name: session?.user.displayName ?? '' })}</p>
      </>
    )
  return (
    <PartyPage
      isFor={({ state, side }) => state === 'asked' && side === 'person'}
      nothing={t('signatures.empty.them')}
    >
      {(signature, party) =>
        handed === null ? (
          <Office signature={signature} party={party} />
        ) : (
          <OfficeScreen signature={signature} party={party} reason={handed.reason} />
        )
      }
    </PartyPage>
  )
}

function Office({ signature, party }: { signature: Signature; party: Party }) {
  const t = useT()
  const session = useSession()
  const [location] = useLocation()
  const [reason, setReason] = useState('')
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const href = `/gestion/signatures/${signature.id}`
  const local = {
    reason: reason.trim() === '' ? t('signatures.office.reasonMissing') : null,
    code: BACK_CODE.test(code) ? null : t('signatures.office.backMissing'),
  }
  const form = useFieldErrors(null, attempt > 0 ? local : {})
  const hand = () => {
    setAttempt((n) => n + 1)
    if (local.reason === null && local.code === null)
      handScreen({ href: location, reason: reason.trim() }, code)
  }
  return (
    <>
      <PageHeader
        title={t('signatures.office.title', { name: party.printedName })}
        subtitle={signature.title}
        back={{ href, label: t('signatures.page.back') }}
        hasError={form.hasErrors}
      />
      <ul className="consequences">
        <li>{t('signatures.office.rule')}</li>
        <li>{t('signatures.office.witness', { name: session?.user.displayName ?? '' })}</li>
        <li>{t('signatures.office.other')}</li>
        <li>{t('signatures.office.level')}</li>
        <li>{t('signatures.office.handed')}</li>
      </ul>
      {party.email === '' ? (
        <Alert color="orange">{t('signatures.office.noEmail')}</Alert>
      ) : (
        <Form
          onSubmit={hand}
          submitLabel={t('signatures.office.hand')}
          summary={<ErrorSummary form={form} attempt={attempt} />}
          aside={<Link href={href}>{t('common.cancel')}</Link>}
        >
          <LongTextField
            name="reason"
            label={t('signatures.office.reason')}
            hint={t('signatures.office.reasonHint')}
            error={form.errorOf('reason')}
            value={reason}
            onChange={setReason}
          />
          <PasswordField
            name="code"
            autoComplete="off"
            label={t('signatures.office.back')}
            hint={t('signatures.office.backHint')}
            error={form.errorOf('code')}
            value={code}
            onChange={setCode}
          />
        </Form>
      )}
    </>
  )
}
