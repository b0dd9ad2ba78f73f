import { capeRenewalStart, latestCapeEnd } from '@terreau/domain/contracts/cape'
import { localDate } from '@terreau/domain/time/local-date'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useContractErrors } from './contract-errors.ts'
import { type ContractValues, termsOf, termsValues } from './contract-values.ts'
import { DatesFields } from './dates-fields.tsx'
import { useCreateContract } from './mutations.ts'
import type { Choices } from './queries.ts'
import { RenewalPanel } from './renewal-panel.tsx'
import { SchemeField } from './scheme-field.tsx'
import { TermsFields } from './terms-fields.tsx'

interface NewContractFormProps {
  choices: Choices
  activity: Choices['activities'][number]
}

/** Everything a CAPE says. It can be saved incomplete; what is missing is listed before it is sent. */
export function NewContractForm({ choices, activity }: NewContractFormProps) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const { person, schemes } = choices
  const { previous } = activity
  const [values, setValues] = useState<ContractValues>(() => {
    const today = localDate(todayInZone())
    const startsOn = previous ? capeRenewalStart({ endsOn: localDate(previous.endsOn) }) : today
    return {
      ...termsValues(previous?.terms ?? null, choices.declarationDueDay, locale),
      schemeId: previous?.schemeId ?? schemes[0]?.id ?? '',
      startsOn,
      endsOn: latestCapeEnd(startsOn),
      gapReason: '',
    }
  })
  const [attempt, setAttempt] = useState(0)
  const create = useCreateContract(person.id)
  const local = useContractErrors(values)
  const form = useFieldErrors(create.error, attempt > 0 ? local : {})
  const change = (part: Partial<ContractValues>) => setValues((now) => ({ ...now, ...part }))
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.keys(local).length > 0) return
    const { schemeId, startsOn, endsOn, gapReason } = values
    const body = {
      activityId: activity.id,
      schemeId,
      startsOn,
      endsOn,
      terms: termsOf(values, locale),
      ...(gapReason.trim() === '' ? {} : { gapReason }),
      ...(previous ? { renewsContractId: previous.id } : {}),
    }
    afterWrite(create.mutateAsync(body), ({ id }) => navigate(`/gestion/contrats/${id}`))
  }
  const fields = { values, onChange: change, form }
  return (
    <>
      {previous && <RenewalPanel {...{ choices, activity, previous, values }} />}
      <Form
        onSubmit={save}
        submitLabel={t('contracts.form.create')}
        isBusy={create.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={`/gestion/personnes/${person.id}`}>{t('common.cancel')}</Link>}
      >
        <DatesFields {...fields} previousEndsOn={previous?.endsOn ?? null} />
        <SchemeField {...fields} schemes={schemes} />
        <TermsFields {...fields} />
      </Form>
    </>
  )
}
