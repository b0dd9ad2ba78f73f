import { LongTextField, RadioField } from '../../ui/staff/fields.tsx'
import type { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Reason, useReason } from './use-reason.ts'

/** Why, from a short list, and in words when none of it fits. */
export function ReasonFields({
  why,
  form,
  offered,
}: {
  why: ReturnType<typeof useReason>
  form: ReturnType<typeof useFieldErrors>
  offered: readonly Reason[]
}) {
  const t = useT()
  const { reason, details } = why.draft
  return (
    <>
      <RadioField
        name="reason"
        label={t('attestations.revoke.reason')}
        value={reason}
        onChange={why.setReason}
        error={form.errorOf('reason')}
        options={offered.map((value) => ({
          value,
          label: t(`attestations.revoke.reasons.${value}`),
        }))}
      />
      <LongTextField
        name="details"
        label={t('attestations.revoke.details')}
        hint={t('attestations.revoke.detailsHint')}
        value={details}
        onChange={why.setDetails}
        isOptional={reason !== 'other'}
        error={form.errorOf('details')}
      />
    </>
  )
}
