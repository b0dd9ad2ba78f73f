import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useHashFocus } from '../../ui/staff/use-hash-focus.ts'
import { useT } from '../../ui/staff/words.ts'
import { EditCesa } from './cesa/edit-cesa-page.tsx'
import { useContractErrors } from './contract-errors.ts'
import { type ContractValues, termsOf, termsValues } from './contract-values.ts'
import { DatesFields } from './dates-fields.tsx'
import { useEditContract } from './mutations.ts'
import { type Choices, type Contract, contractQueries } from './queries.ts'
import { SchemeField } from './scheme-field.tsx'
import { TermsFields } from './terms-fields.tsx'

/** Completes or corrects a draft. */
export function EditContractPage() {
  const { contractId = '' } = useParams()
  const contract = useQuery(contractQueries.detail(contractId))
  const personId = contract.data?.person.id ?? ''
  const choices = useQuery({ ...contractQueries.choices(personId), enabled: personId !== '' })
  const error = contract.error ?? choices.error
  if (error) return <ErrorBlock error={error} onRetry={() => void contract.refetch()} />
  if (contract.data?.kind === 'CESA') return <EditCesa contract={contract.data} />
  if (!contract.data || !choices.data) return <Loading />
  return <EditForm contract={contract.data} schemes={choices.data.schemes} />
}

function EditForm({ contract, schemes }: { contract: Contract; schemes: Choices['schemes'] }) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [read] = useState(contract)
  const [values, setValues] = useState<ContractValues>(() => ({
    ...termsValues(read.terms, read.terms?.declarationDueDay ?? 5, locale),
    fullTime: 'no',
    schemeId: read.scheme.id,
    startsOn: read.startsOn,
    endsOn: read.endsOn ?? '',
    gapReason: read.gapReason ?? '',
  }))
  const [attempt, setAttempt] = useState(0)
  const edit = useEditContract(read.id, read.version)
  useHashFocus()
  const local = useContractErrors(values)
  const form = useFieldErrors(edit.error, attempt > 0 ? local : {})
  const change = (part: Partial<ContractValues>) => setValues((now) => ({ ...now, ...part }))
  const href = `/gestion/contrats/${read.id}`
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.keys(local).length > 0) return
    const { schemeId, startsOn, endsOn, gapReason } = values
    const terms = termsOf(values, locale)
    const body = { schemeId, startsOn, endsOn, gapReason, terms }
    afterWrite(edit.mutateAsync(body), () => navigate(href))
  }
  const fields = { values, onChange: change, form }
  return (
    <>
      <PageHeader
        title={t('contracts.form.editTitle', { number: read.number })}
        back={{ href, label: read.number }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('contracts.form.save')}
        isBusy={edit.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={href}>{t('common.cancel')}</Link>}
      >
        <DatesFields {...fields} previousEndsOn={read.previousEndsOn} />
        <SchemeField {...fields} schemes={schemes} />
        <TermsFields {...fields} />
      </Form>
    </>
  )
}
