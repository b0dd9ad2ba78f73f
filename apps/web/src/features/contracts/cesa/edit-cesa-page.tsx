import { useQuery } from '@tanstack/react-query'
import { parseLocalDate } from '@terreau/domain/time/local-date'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useHashFocus } from '../../../ui/staff/use-hash-focus.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { Contract } from '../queries.ts'
import { CesaFields } from './cesa-fields.tsx'
import { type CesaChoices, cesaTermsOf, cesaValues } from './cesa-values.ts'
import { cesaChoicesQuery, useEditCesa } from './queries.ts'
import { useCesaErrors } from './use-cesa-errors.ts'

/** Completes or corrects the draft of a CESA. */
export function EditCesa({ contract }: { contract: Contract }) {
  const { data, error, refetch } = useQuery(cesaChoicesQuery(contract.person.id, contract.startsOn))
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <EditForm contract={contract} first={data} />
}

function EditForm({ contract, first }: { contract: Contract; first: CesaChoices }) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [read] = useState(contract)
  const [values, setValues] = useState(() =>
    cesaValues(read.cesaTerms, { startsOn: read.startsOn, schemeId: read.scheme.id }, locale),
  )
  const [attempt, setAttempt] = useState(0)
  const day = parseLocalDate(values.startsOn) ?? first.startsOn
  const limits = useQuery(cesaChoicesQuery(read.person.id, day))
  const edit = useEditCesa(read.id, read.version)
  useHashFocus()
  const local = useCesaErrors(values)
  const form = useFieldErrors(edit.error, attempt > 0 ? local : {})
  const href = `/gestion/contrats/${read.id}`
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.keys(local).length > 0) return
    const { schemeId, startsOn } = values
    const body = { schemeId, startsOn, terms: cesaTermsOf(values, locale) }
    afterWrite(edit.mutateAsync(body), () => navigate(href))
  }
  return (
    <>
      <PageHeader
        title={t('cesa.editTitle', { number: read.number })}
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
        <CesaFields
          values={values}
          onChange={(change) => setValues((now) => ({ ...now, ...change }))}
          form={form}
          choices={limits.data ?? first}
        />
      </Form>
    </>
  )
}
