import { useState } from 'react'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useDecide } from './mutations.ts'

/** Where the texts leave it open, a person decides and says why. */
export function DecisionForm(props: { personId: string; on: string; contract: 'CAPE' | 'CESA' }) {
  const { personId, on } = props
  const t = useT()
  const [contract, setContract] = useState(props.contract)
  const [decision, setDecision] = useState<'may_work' | 'may_not_work'>('may_work')
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const decide = useDecide(personId)
  const form = useFieldErrors(decide.error)
  const save = () => {
    setAttempt((n) => n + 1)
    decide.mutate({ contract, on, decision, reason }, { onSuccess: () => setReason('') })
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
          value={decision}
          onChange={(text) => setDecision(text === 'may_work' ? 'may_work' : 'may_not_work')}
          options={[
            { value: 'may_work', label: t('rightToWork.decision.may_work') },
            { value: 'may_not_work', label: t('rightToWork.decision.may_not_work') },
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
