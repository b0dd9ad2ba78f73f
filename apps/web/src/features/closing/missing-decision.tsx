import { Button } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Decided, DecisionKind, Decisions } from './use-decisions.ts'

const KINDS = ['nil', 'postpone'] as const

interface MissingDecisionProps {
  who: Decided
  decisions: Decisions
}

/** Zero or a later month, with a reason. Waiting is doing nothing. */
export function MissingDecision({ who, decisions }: MissingDecisionProps) {
  const t = useT()
  const [kind, setKind] = useState<DecisionKind | null>(null)
  return (
    <>
      <div className="row">
        {KINDS.map((one) => (
          <Button
            key={one}
            variant="default"
            aria-expanded={kind === one}
            onClick={() => setKind(kind === one ? null : one)}
          >
            {t(`closing.decision.${one}`)}
            <span className="visually-hidden"> : {who.name}</span>
          </Button>
        ))}
      </div>
      {kind !== null && (
        <ReasonForm
          key={kind}
          who={who}
          kind={kind}
          decisions={decisions}
          onLeave={() => setKind(null)}
        />
      )}
    </>
  )
}

interface ReasonFormProps extends MissingDecisionProps {
  kind: DecisionKind
  onLeave: () => void
}

function ReasonForm({ who, kind, decisions, onLeave }: ReasonFormProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const name = `reason-${who.personId}`
  const isMissing = attempt > 0 && reason.trim() === ''
  const refusal = decisions.about === who.personId ? decisions.error : null
  const form = useFieldErrors(refusal, {
    [name]: isMissing ? t('closing.decision.reasonMissing') : null,
  })
  const submit = () => {
    setAttempt((count) => count + 1)
    if (reason.trim() !== '') decisions.decide(who, kind, reason)
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t(kind === 'nil' ? 'closing.decision.nilFor' : 'closing.decision.postponeFor', {
        name: who.name,
      })}
      isBusy={decisions.isBusy && decisions.about === who.personId}
      summary={<ErrorSummary form={form} attempt={attempt} />}
      aside={
        <Button variant="subtle" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
      }
    >
      <p>{t(kind === 'nil' ? 'closing.decision.nilHint' : 'closing.decision.postponeHint')}</p>
      <TextField
        name={name}
        label={t('closing.decision.reason')}
        hint={t('closing.decision.reasonHint')}
        error={form.errorOf(name)}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </Form>
  )
}
