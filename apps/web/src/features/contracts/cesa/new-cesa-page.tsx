import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { parseLocalDate } from '@terreau/domain/time/local-date'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { SelectField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { CesaFields } from './cesa-fields.tsx'
import { type CesaChoices, cesaTermsOf, cesaValues } from './cesa-values.ts'
import { cesaChoicesQuery, useCreateCesa } from './queries.ts'
import { useCesaErrors } from './use-cesa-errors.ts'

/** A new CESA, alone or after a CAPE. */
export function NewCesaPage() {
  const t = useT()
  const [params] = useSearchParams()
  const personId = params.get('personne') ?? ''
  const { data, error, refetch } = useQuery({
    ...cesaChoicesQuery(personId, ''),
    enabled: personId !== '',
  })
  if (personId === '')
    return (
      <PageHeader
        title={t('contracts.form.noPerson')}
        back={{ href: '/gestion/personnes', label: t('contracts.empty.people') }}
      />
    )
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const name = fullName(data.person)
  const back = {
    href: `/gestion/personnes/${personId}`,
    label: t('cesa.back', { name }),
  }
  const blocker =
    data.activities.length === 0
      ? t('contracts.form.noActivity')
      : data.schemes.length === 0
        ? t('contracts.form.noScheme')
        : null
  return (
    <>
      <PageHeader title={t('cesa.newTitle', { name })} back={back} />
      {blocker === null ? <NewCesaForm first={data} /> : <p>{blocker}</p>}
    </>
  )
}

function NewCesaForm({ first }: { first: CesaChoices }) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const asked = first.activities.find(({ id }) => id === params.get('activite'))
  const [activityId, setActivityId] = useState((asked ?? first.activities[0])?.id ?? '')
  const activity = first.activities.find(({ id }) => id === activityId)
  const [values, setValues] = useState(() =>
    cesaValues(
      null,
      {
        startsOn: first.startsOn,
        schemeId: activity?.cape?.schemeId ?? first.schemes[0]?.id ?? '',
      },
      locale,
    ),
  )
  const [attempt, setAttempt] = useState(0)
  const day = parseLocalDate(values.startsOn) ?? first.startsOn
  const limits = useQuery(cesaChoicesQuery(first.person.id, day))
  const create = useCreateCesa(first.person.id)
  const local = useCesaErrors(values)
  const form = useFieldErrors(create.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.keys(local).length > 0) return
    const { schemeId, startsOn } = values
    const body = { activityId, schemeId, startsOn, terms: cesaTermsOf(values, locale) }
    afterWrite(create.mutateAsync(body), ({ id }) => navigate(`/gestion/contrats/${id}`))
  }
  return (
    <>
      {activity?.cape && (
        <Alert color="blue" mb="md">
          {t('cesa.followsCape', { number: activity.cape.number })}
        </Alert>
      )}
      <Form
        onSubmit={save}
        submitLabel={t('contracts.form.create')}
        isBusy={create.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={`/gestion/personnes/${first.person.id}`}>{t('common.cancel')}</Link>}
      >
        {first.activities.length > 1 && (
          <SelectField
            name="activityId"
            label={t('cesa.activity')}
            value={activityId}
            onChange={setActivityId}
            options={first.activities.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
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
