import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useDecide } from './mutations.ts'

const DECISIONS = ['may_work', 'may_not_work'] as const

/** Where the texts leave it open, a person decides and says why. */
export function DecisionForm(props: { personId: string; on: string; contract: 'CAPE' | 'CESA' }) {
  const { personId, on } = props
  const t = useT()
  const [contract, setContract] = useState(props.contract)
  // Nothing is chosen beforehand: a person decides.
  const [chosen, setChosen] = useState('')
  const decision = DECISIONS.find((name) => name === chosen)
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const decide = useDecide(personId)
  const isMissing = attempt > 0 && decision === undefined
  const local = { decision: isMissing ? t('rightToWork.decision.missing') : null }
  const form = useFieldErrors(decide.error, local)
  const startAgain = () => {
    setReason('')
    setChosen('')
    setAttempt(0)
  }
  const save = () => {
    setAttempt((n) => n + 1)
    if (decision === undefined) return
    const body = { contract, on, decision, reason }
    afterWrite(decide.mutateAsync(body), startAgain)
  }
  return (
    <section aria-label={t('rightToWork.decision.title')}>
      <h2>{t('rightToWork.decision.title')}</h2>
      <Form
        onSubmit={save}
        submitLabel={t('rightToWork.decision.save')}
        isBusy={decide.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="contract"
          label={t('rightToWork.decision.contract')}
          value={contract}
          onChange={(text) => setContract(text === 'CAPE' ? 'CAPE' : 'CESA')}
          options={[
            { value: 'CESA', label: t('rightToWork.contract.CESA') },
            { value: 'CAPE', label: t('rightToWork.contract.CAPE') },
          ]}
        />
        <SelectField
          name="decision"
          label={t('rightToWork.decision.choice')}
          value={chosen}
          error={form.errorOf('decision')}
          onChange={setChosen}
          options={[
            { value: '', label: '–' },
            ...DECISIONS.map((name) => ({ value: name, label: t(`rightToWork.decision.${name}`) })),
          ]}
        />
        <LongTextField
          name="reason"
          label={t('rightToWork.decision.reason')}
          hint={t('rightToWork.decision.reasonHint')}
          value={reason}
          error={form.errorOf('reason')}
          onChange={setReason}
        />
      </Form>
    </section>
  )
}
