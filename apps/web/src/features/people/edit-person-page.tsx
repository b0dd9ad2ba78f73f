import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useHashFocus } from '../../ui/staff/use-hash-focus.ts'
import { useT } from '../../ui/staff/words.ts'
import { ActivityFields } from './activity-fields.tsx'
import { useEditPerson } from './mutations.ts'
import { PersonFields } from './person-fields.tsx'
import { editedBody, isHorsepower, type PersonValues, valuesOf } from './person-form.ts'
import { type PersonFile, peopleQueries } from './queries.ts'

/** Changes a file; the page keeps what was typed when somebody else saved first. */
export function EditPersonPage() {
  const { personId = '' } = useParams()
  const { data, error, refetch } = useQuery(peopleQueries.file(personId))
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data ? <EditForm file={data} /> : <Loading />
}

function EditForm({ file }: { file: PersonFile }) {
  const t = useT()
  const [, navigate] = useLocation()
  const [read] = useState(file)
  const [values, setValues] = useState<PersonValues>(() => valuesOf(read))
  const [attempt, setAttempt] = useState(0)
  const edit = useEditPerson(read.id, read.version)
  useHashFocus()
  const local = useLocalErrors(values)
  const form = useFieldErrors(edit.error, attempt > 0 ? local : {})
  const change = (part: Partial<PersonValues>) => setValues((now) => ({ ...now, ...part }))
  const href = `/gestion/personnes/${read.id}`
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.keys(local).length > 0) return
    afterWrite(edit.mutateAsync(editedBody(values)), () => navigate(href))
  }
  const name = fullName(read)
  return (
    <>
      <PageHeader
        title={t('people.form.editTitle', { name })}
        back={{ href, label: name }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('people.form.save')}
        isBusy={edit.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={href}>{t('common.cancel')}</Link>}
      >
        <PersonFields values={values} onChange={change} form={form} />
        <TextField
          name="reference"
          label={t('people.form.reference')}
          value={values.reference}
          error={form.errorOf('reference')}
          onChange={(reference) => change({ reference })}
        />
        {values.activities.map((activity, index) => (
          <fieldset className="plain-group" key={activity.id}>
            <legend>
              {t('people.form.activityNamed', { name: read.activities[index]?.name ?? '' })}
            </legend>
            <ActivityFields
              at={`activities.${index}`}
              activity={activity}
              form={form}
              onChange={(changed) => change({ activities: values.activities.with(index, changed) })}
            />
          </fieldset>
        ))}
      </Form>
    </>
  )
}

function useLocalErrors(values: PersonValues): Record<string, string> {
  const t = useT()
  const { activities } = values
  const required: [string, string, string][] = [
    ['familyName', values.familyName, t('people.form.missing.familyName')],
    ['reference', values.reference, t('people.form.missing.reference')],
    ...activities.map((activity, index): [string, string, string] => [
      `activities.${index}.name`,
      activity.name,
      t('people.form.missing.activity'),
    ]),
  ]
  const cars = activities.map((activity, index) => ({
    name: `activities.${index}.fiscalHorsepower`,
    isRight: isHorsepower(activity.fiscalHorsepower),
  }))
  return Object.fromEntries([
    ...required.filter(([, text]) => text.trim() === '').map(([name, , error]) => [name, error]),
    ...cars
      .filter((car) => !car.isRight)
      .map((car) => [car.name, t('people.form.fiscalHorsepowerWrong')]),
  ])
}
