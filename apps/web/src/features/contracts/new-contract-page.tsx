import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { Link, useSearchParams } from 'wouter'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { NewContractForm } from './new-contract-form.tsx'
import { type Choices, contractQueries } from './queries.ts'

const LAST_SEQUENCE = 2

/** A new CAPE, or the renewal of the last one: which of them, the activity says. */
export function NewContractPage() {
  const t = useT()
  const [params] = useSearchParams()
  const personId = params.get('personne') ?? ''
  const { data, error, refetch } = useQuery({
    ...contractQueries.choices(personId),
    enabled: personId !== '',
    staleTime: 0,
  })
  if (personId === '')
    return (
      <PageHeader
        title={t('contracts.form.noPerson')}
        back={{ href: '/gestion/personnes', label: t('contracts.empty.people') }}
      />
    )
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data ? <ForPerson choices={data} /> : <Loading />
}

function ForPerson({ choices }: { choices: Choices }) {
  const t = useT()
  const [params, setParams] = useSearchParams()
  const { activities, person } = choices
  const activity = activities.find((one) => one.id === params.get('activite')) ?? activities[0]
  const name = fullName(person)
  const previous = activity?.previous ?? null
  return (
    <>
      <PageHeader
        title={t(previous ? 'contracts.form.renewTitle' : 'contracts.form.newTitle', { name })}
        back={{
          href: `/gestion/personnes/${person.id}`,
          label: t('contracts.form.back', { name }),
        }}
      />
      {activities.length > 1 && activity && (
        <div className="form">
          <SelectField
            name="activity"
            label={t('contracts.form.activity')}
            value={activity.id}
            onChange={(activite) => setParams({ personne: person.id, activite }, { replace: true })}
            options={activities.map((one) => ({ value: one.id, label: one.name }))}
          />
        </div>
      )}
      {!activity && <p>{t('contracts.form.noActivity')}</p>}
      {previous && previous.sequence >= LAST_SEQUENCE && (
        <Alert color="orange">
          <p>{t('contracts.renewal.over')}</p>
          <p>
            <Link
              href={`/gestion/contrats/cesa/nouveau?personne=${person.id}&activite=${activity?.id}`}
            >
              {t('cesa.open')}
            </Link>{' '}
            <Link href={`/gestion/contrats/${previous.id}/fin`}>
              {t('contractLife.exit.page.open')}
            </Link>
          </p>
        </Alert>
      )}
      {activity && (previous === null || previous.sequence < LAST_SEQUENCE) && (
        <NewContractForm key={activity.id} choices={choices} activity={activity} />
      )}
    </>
  )
}
