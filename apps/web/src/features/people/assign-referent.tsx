import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useAssignReferent } from './mutations.ts'
import { advisersQuery } from './queries.ts'

interface AssignReferentProps {
  personIds: readonly string[]
  onDone: (changed: number) => void
}

/** Gives the chosen people a referent from a day on; a change says why. */
export function AssignReferent({ personIds, onDone }: AssignReferentProps) {
  const t = useT()
  const { data: advisers = [] } = useQuery(advisersQuery)
  const assign = useAssignReferent()
  const [attempt, setAttempt] = useState(0)
  const [adviserUserId, setAdviser] = useState('')
  const [fromOn, setFromOn] = useState(todayInZone())
  const [reason, setReason] = useState('')
  const form = useFieldErrors(assign.error)
  const save = () => {
    setAttempt((n) => n + 1)
    afterWrite(
      assign.mutateAsync({
        personIds: [...personIds],
        adviserUserId: adviserUserId || null,
        fromOn,
        reason,
      }),
      ({ changed }) => onDone(changed),
    )
  }
  return (
    <section className="panel" aria-labelledby="assign">
      <h2 id="assign">{t('people.adviser.assign')}</h2>
      <p>{t('people.adviser.chosen', { count: personIds.length })}</p>
      <Form
        onSubmit={save}
        submitLabel={t('people.adviser.save')}
        isBusy={assign.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="adviserUserId"
          label={t('people.adviser.label')}
          value={adviserUserId}
          error={form.errorOf('adviserUserId')}
          onChange={setAdviser}
          options={[
            { value: '', label: t('people.adviser.nobody') },
            ...advisers.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
        <TextField
          name="fromOn"
          type="date"
          label={t('people.adviser.fromOn')}
          value={fromOn}
          error={form.errorOf('fromOn')}
          onChange={setFromOn}
        />
        <TextField
          name="reason"
          label={t('people.adviser.reason')}
          hint={t('people.adviser.reasonHint')}
          isOptional
          value={reason}
          error={form.errorOf('reason')}
          onChange={setReason}
        />
      </Form>
    </section>
  )
}
