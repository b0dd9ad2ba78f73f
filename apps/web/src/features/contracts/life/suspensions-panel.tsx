import { isSuspensionReason, SUSPENSION_REASONS } from '@terreau/domain/contracts/suspensions'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import {
  type Life,
  type Suspension,
  useCancelSuspension,
  useEndSuspension,
  useSuspend,
} from './queries.ts'

/** When the contract was suspended and why; what that moves is the table of time limits' to say. */
export function SuspensionsPanel({ contractId, life }: { contractId: string; life: Life }) {
  const t = useT()
  const mayWrite = useCan('contract.create')
  const { suspensions } = life
  return (
    <section className="panel" aria-labelledby="suspensions">
      <h2 id="suspensions">{t('contractLife.suspensions.title')}</h2>
      <p>{t('contractLife.suspensions.effect')}</p>
      {suspensions.length === 0 && <p>{t('contractLife.suspensions.none')}</p>}
      {suspensions.map((suspension) => (
        <SuspensionLine
          key={`${suspension.id} ${suspension.version}`}
          contractId={contractId}
          suspension={suspension}
          mayWrite={mayWrite}
        />
      ))}
      {mayWrite && life.isInForce && (
        <details className="life-detail" key={suspensions.length}>
          <summary>{t('contractLife.suspensions.add')}</summary>
          <NewSuspension contractId={contractId} />
        </details>
      )}
    </section>
  )
}

interface LineProps {
  contractId: string
  suspension: Suspension
  mayWrite: boolean
}

function SuspensionLine({ contractId, suspension, mayWrite }: LineProps) {
  const t = useT()
  const locale = useLocale()
  const { reason, startsOn, endsOn, note } = suspension
  const from = formatDate(startsOn, locale)
  return (
    <div>
      <p>
        <strong>{t(`contractLife.suspensions.reason.${reason}`)}</strong>{' '}
        {endsOn === null
          ? t('contractLife.suspensions.open', { from })
          : t('contractLife.suspensions.closed', { from, to: formatDate(endsOn, locale) })}
        {note !== '' && ` (${note})`}
      </p>
      {mayWrite && (
        <>
          <details className="life-detail">
            <summary>{t('contractLife.suspensions.setEndOf', { date: from })}</summary>
            <EndForm contractId={contractId} suspension={suspension} />
          </details>
          <details className="life-detail">
            <summary>{t('contractLife.suspensions.takeBackOf', { date: from })}</summary>
            <TakeBackForm contractId={contractId} suspension={suspension} />
          </details>
        </>
      )}
    </div>
  )
}

function EndForm({ contractId, suspension }: Omit<LineProps, 'mayWrite'>) {
  const t = useT()
  const [endsOn, setEndsOn] = useState(suspension.endsOn ?? '')
  const [attempt, setAttempt] = useState(0)
  const end = useEndSuspension(contractId, suspension)
  const form = useFieldErrors(end.error)
  const save = () => {
    setAttempt((n) => n + 1)
    end.mutate({ endsOn: endsOn || null })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.suspensions.setEnd')}
      isBusy={end.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name={`end-${suspension.id}`}
        type="date"
        label={t('contractLife.suspensions.endsOn')}
        hint={t('contractLife.suspensions.endsOnHint')}
        error={form.errorOf('endsOn') ?? form.errorOf('startsOn')}
        value={endsOn}
        onChange={setEndsOn}
      />
    </Form>
  )
}

function TakeBackForm({ contractId, suspension }: Omit<LineProps, 'mayWrite'>) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const cancel = useCancelSuspension(contractId, suspension)
  const name = `take-back-${suspension.id}`
  const form = useFieldErrors(cancel.error, {
    [name]:
      attempt > 0 && reason.trim() === '' ? t('contractLife.suspensions.takeBackMissing') : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (reason.trim() !== '') cancel.mutate({ reason })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.suspensions.takeBack')}
      isBusy={cancel.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name={name}
        label={t('contractLife.suspensions.takeBackReason')}
        error={form.errorOf(name)}
        value={reason}
        onChange={setReason}
      />
    </Form>
  )
}

function NewSuspension({ contractId }: { contractId: string }) {
  const t = useT()
  const [values, setValues] = useState({ reason: '', startsOn: '', endsOn: '', note: '' })
  const [attempt, setAttempt] = useState(0)
  const suspend = useSuspend(contractId)
  const { reason, startsOn, endsOn, note } = values
  const form = useFieldErrors(suspend.error, {
    reason: attempt > 0 && reason === '' ? t('contractLife.suspensions.missingReason') : null,
    startsOn: attempt > 0 && startsOn === '' ? t('contractLife.date.missing') : null,
  })
  const change = (part: Partial<typeof values>) => setValues((now) => ({ ...now, ...part }))
  const save = () => {
    setAttempt((n) => n + 1)
    if (isSuspensionReason(reason) && startsOn !== '')
      suspend.mutate({ reason, startsOn, endsOn: endsOn || null, note })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.suspensions.save')}
      isBusy={suspend.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <SelectField
        name="reason"
        label={t('contractLife.suspensions.reasonHeader')}
        error={form.errorOf('reason')}
        value={reason}
        onChange={(chosen) => change({ reason: chosen })}
        options={[
          { value: '', label: t('contractLife.suspensions.pick') },
          ...SUSPENSION_REASONS.map((value) => ({
            value,
            label: t(`contractLife.suspensions.reason.${value}`),
          })),
        ]}
      />
      <div className="dates-row">
        <TextField
          name="startsOn"
          type="date"
          label={t('contractLife.suspensions.startsOn')}
          error={form.errorOf('startsOn')}
          value={startsOn}
          onChange={(day) => change({ startsOn: day })}
        />
        <TextField
          name="endsOn"
          type="date"
          label={t('contractLife.suspensions.endsOn')}
          hint={t('contractLife.suspensions.endsOnHint')}
          isOptional
          error={form.errorOf('endsOn')}
          value={endsOn}
          onChange={(day) => change({ endsOn: day })}
        />
      </div>
      <LongTextField
        name="note"
        label={t('contractLife.suspensions.note')}
        isOptional
        value={note}
        onChange={(text) => change({ note: text })}
      />
    </Form>
  )
}
