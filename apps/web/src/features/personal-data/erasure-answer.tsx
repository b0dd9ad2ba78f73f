import { ERASURE_REFUSALS, type ErasureRefusal } from '@terreau/domain/retention/erasure-refusals'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRefuseErasure } from './mutations.ts'

/** A request to be erased that waits: erasing answers it, or the reason why nothing is erased now. */
export function ErasureAnswer({ personId, askedOn }: { personId: string; askedOn: string }) {
  const t = useT()
  const locale = useLocale()
  const refuse = useRefuseErasure(personId)
  const [refusal, setRefusal] = useState<ErasureRefusal>('contract_runs')
  const form = useFieldErrors(refuse.error, {})
  return (
    <section className="panel" aria-labelledby="erasure-asked">
      <h2 id="erasure-asked">{t('personalData.person.askedTitle')}</h2>
      <p>{t('personalData.person.asked', { on: formatDate(askedOn, locale) })}</p>
      <Form
        onSubmit={() => refuse.mutate(refusal)}
        submitLabel={t('personalData.refusal.submit')}
        isBusy={refuse.isPending}
        summary={<ErrorSummary form={form} attempt={refuse.error ? 1 : 0} />}
      >
        <SelectField
          name="refusal"
          label={t('personalData.refusal.label')}
          hint={t('personalData.refusal.hint')}
          value={refusal}
          onChange={(text) =>
            setRefusal(ERASURE_REFUSALS.find((one) => one === text) ?? 'contract_runs')
          }
          options={ERASURE_REFUSALS.map((one) => ({
            value: one,
            label: t(`personalData.refusal.${one}`),
          }))}
        />
      </Form>
    </section>
  )
}
