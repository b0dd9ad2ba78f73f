import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { type Assembly, useSettle } from './queries.ts'

/** The balance was paid: to everybody who waits, or to one of them. */
export function SettleForm({ assembly }: { assembly: Assembly }) {
  const t = useT()
  const { heldOn, waiting } = assembly
  const settle = useSettle(heldOn)
  const [contractId, setContractId] = useState('')
  const [paidOn, setPaidOn] = useState(todayInZone())
  const form = useFieldErrors(settle.error, {})
  const save = () => {
    const contractIds = contractId === '' ? [] : [contractId]
    afterWrite(settle.mutateAsync({ contractIds, paidOn }), () => setContractId(''))
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('assemblies.settle')}
      isBusy={settle.isPending}
      summary={<ErrorSummary form={form} attempt={settle.error ? 1 : 0} />}
    >
      <SelectField
        name={`contract-${heldOn}`}
        label={t('assemblies.who')}
        value={contractId}
        onChange={setContractId}
        options={[
          { value: '', label: t('assemblies.everybody', { count: waiting.length }) },
          ...waiting.map((one) => ({ value: one.contractId, label: one.personName })),
        ]}
      />
      <TextField
        name={`paidOn-${heldOn}`}
        type="date"
        label={t('assemblies.paidOn')}
        value={paidOn}
        error={form.errorOf('paidOn')}
        onChange={setPaidOn}
      />
    </Form>
  )
}
