import { Alert } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useSession } from '../../lib/session.ts'
import { LongTextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { OfficeScreen } from './office-screen.tsx'
import { PartyPage } from './party-page.tsx'
import type { Party, Signature } from './queries.ts'

/** Staff say why the person signs here and are named as the witness; then the person holds the screen. */
export function OfficePage() {
  const t = useT()
  return (
    <PartyPage
      isFor={({ state, side }) => state === 'asked' && side === 'person'}
      nothing={t('signatures.empty.them')}
    >
      {(signature, party) => <Office signature={signature} party={party} />}
    </PartyPage>
  )
}

function Office({ signature, party }: { signature: Signature; party: Party }) {
  const t = useT()
  const session = useSession()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [isHanded, setHanded] = useState(false)
  const href = `/gestion/signatures/${signature.id}`
  const isMissing = attempt > 0 && reason.trim() === ''
  if (isHanded) return <OfficeScreen signature={signature} party={party} reason={reason.trim()} />
  return (
    <>
      <PageHeader
        title={t('signatures.office.title', { name: party.printedName })}
        subtitle={signature.title}
        back={{ href, label: t('signatures.page.back') }}
        hasError={isMissing}
      />
      <ul className="consequences">
        <li>{t('signatures.office.rule')}</li>
        <li>{t('signatures.office.witness', { name: session?.user.displayName ?? '' })}</li>
        <li>{t('signatures.office.other')}</li>
        <li>{t('signatures.office.level')}</li>
      </ul>
      {party.email === '' ? (
        <Alert color="orange">{t('signatures.office.noEmail')}</Alert>
      ) : (
        <Form
          onSubmit={() => {
            setAttempt((n) => n + 1)
            if (reason.trim() === '') document.getElementById('reason')?.focus()
            else setHanded(true)
          }}
          submitLabel={t('signatures.office.hand')}
          aside={<Link href={href}>{t('common.cancel')}</Link>}
        >
          <LongTextField
            name="reason"
            label={t('signatures.office.reason')}
            hint={t('signatures.office.reasonHint')}
            error={isMissing ? t('signatures.office.reasonMissing') : null}
            value={reason}
            onChange={setReason}
          />
        </Form>
      )}
    </>
  )
}
