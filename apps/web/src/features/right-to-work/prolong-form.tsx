import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { FoldedForm } from './folded-form.tsx'
import { useProlong } from './mutations.ts'

const KINDS = ['renewal_receipt', 'extension_certificate', 'three_months'] as const

/** A fact that moves the last day; the permit itself stays as it was. */
export function ProlongForm({ permitId, isOpen }: { permitId: string; isOpen: boolean }) {
  const t = useT()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('renewal_receipt')
  const [day, setDay] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isAsked = kind === 'three_months'
  const prolong = useProlong(permitId)
  const form = useFieldErrors(prolong.error)
  const save = () => {
    setAttempt((n) => n + 1)
    afterWrite(prolong.mutateAsync({ kind, day }), () => setDay(''))
  }
  return (
    <FoldedForm title={t('rightToWork.prolong.title')} isOpen={isOpen}>
      <Form
        onSubmit={save}
        submitLabel={t('rightToWork.prolong.save')}
        isBusy={prolong.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="prolongation"
          label={t('rightToWork.prolong.kind')}
          value={kind}
          onChange={(text) => setKind(KINDS.find((name) => name === text) ?? 'renewal_receipt')}
          options={KINDS.map((name) => ({ value: name, label: t(`rightToWork.prolong.${name}`) }))}
        />
        <TextField
          name="day"
          type="date"
          label={t(isAsked ? 'rightToWork.prolong.askedOn' : 'rightToWork.prolong.day')}
          hint={isAsked ? t('rightToWork.prolong.askedHint') : undefined}
          value={day}
          error={form.errorOf('day')}
          onChange={setDay}
        />
      </Form>
    </FoldedForm>
  )
}
