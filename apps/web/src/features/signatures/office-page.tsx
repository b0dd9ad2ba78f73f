import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { type HandedScreen, useHandedScreen } from '../../lib/handed-screen.ts'
import { useSession } from '../../lib/session.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, PasswordField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { OfficeScreen } from './office-screen.tsx'
import { PartyPage } from './party-page.tsx'
import { type Party, type Signature, signatureQueries, useHandOver } from './queries.ts'

const BACK_CODE = /^\d{4,8}$/

/** Staff say why the person signs here and are named as the witness; then the person holds the screen. */
export function OfficePage() {
  const t = useT()
  const handed = useHandedScreen()
  if (handed !== null) return <Handed handed={handed} />
  return (
    <PartyPage
      isFor={({ state, side }) => state === 'asked' && side === 'person'}
      nothing={t('signatures.empty.them')}
    >
      {(signature, party) => <Office signature={signature} party={party} />}
    </PartyPage>
  )
}

/** What the person sees until they have signed, and after: the screen stays theirs until staff take it back. */
function Handed({ handed }: { handed: HandedScreen }) {
  const t = useT()
  const session = useSession()
  const { data, error, refetch } = useQuery(signatureQueries.detail(handed.signatureId))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const party = data.parties.find(({ position }) => position === handed.position)
  if (party?.state === 'asked' && data.state === 'waiting')
    return <OfficeScreen signature={data} party={party} />
  const isSigned = party?.state === 'signed'
  return (
    <>
      <PageHeader title={t(isSigned ? 'signatures.office.done' : 'signatures.empty.them')} />
      <p>{t('signatures.office.doneHint', { name: session?.user.displayName ?? '' })}</p>
    </>
  )
}

function Office({ signature, party }: { signature: Signature; party: Party }) {
  const t = useT()
  const session = useSession()
  const hand = useHandOver(signature.id)
  const [reason, setReason] = useState('')
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const href = `/gestion/signatures/${signature.id}`
  const local = {
    reason: reason.trim() === '' ? t('signatures.office.reasonMissing') : null,
    code: BACK_CODE.test(code) ? null : t('signatures.office.backMissing'),
  }
  const isWrong = local.reason !== null || local.code !== null
  const form = useFieldErrors(isWrong ? null : hand.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (!isWrong) hand.mutate({ position: party.position, reason: reason.trim(), code })
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
      {party.email === '' && (
        <Alert color="orange" mb="md">
          {t('signatures.office.noEmail')}
        </Alert>
      )}
      <Form
        onSubmit={submit}
        submitLabel={t('signatures.office.hand')}
        isBusy={hand.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={href}>{t('common.cancel')}</Link>}
      >
        {hand.error && !isWrong && !form.hasErrors && <ErrorBlock error={hand.error} />}
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
    </>
  )
}
