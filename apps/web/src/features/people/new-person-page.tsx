import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { CheckField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { LookAlikes } from '../../ui/staff/look-alikes.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { ActivityFields } from './activity-fields.tsx'
import { useCreatePerson } from './mutations.ts'
import { PersonFields } from './person-fields.tsx'
import {
  isHorsepower,
  lookAlikeQuery,
  NEW_PERSON,
  newBody,
  type PersonValues,
} from './person-form.ts'

/** Opens a file. Somebody who looks the same is shown before a second file exists. */
export function NewPersonPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const [values, setValues] = useState<PersonValues>(NEW_PERSON)
  const [attempt, setAttempt] = useState(0)
  const create = useCreatePerson()
  const [activity] = values.activities
  const local = {
    familyName: values.familyName.trim() ? null : t('people.form.missing.familyName'),
    'activity.name': activity?.name.trim() ? null : t('people.form.missing.activity'),
    'activity.fiscalHorsepower': isHorsepower(activity?.fiscalHorsepower ?? '')
      ? null
      : t('people.form.fiscalHorsepowerWrong'),
  }
  const isWrong = Object.values(local).some((error) => error !== null)
  const refusal = problemOf(create.error)
  const isAlike = refusal?.code === 'person-already-exists'
  const form = useFieldErrors(isAlike ? null : create.error, attempt > 0 ? local : {})
  const change = (part: Partial<PersonValues>) => setValues((now) => ({ ...now, ...part }))
  const save = (isReallyNew: boolean) => {
    setAttempt((n) => n + 1)
    if (isWrong) return
    const open = ({ id }: { id: string }) => navigate(`/gestion/personnes/${id}`)
    afterWrite(create.mutateAsync(newBody(values, isReallyNew)), open)
  }
  return (
    <>
      <PageHeader
        title={t('people.form.newTitle')}
        back={{ href: '/gestion/personnes', label: t('people.form.back') }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={() => save(false)}
        submitLabel={t('people.form.create')}
        isBusy={create.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href="/gestion/personnes">{t('common.cancel')}</Link>}
      >
        <PersonFields values={values} onChange={change} form={form} />
        <h2>{t('people.form.activity')}</h2>
        {activity && (
          <ActivityFields
            at="activity"
            activity={activity}
            onChange={(changed) => change({ activities: [changed] })}
            form={form}
          />
        )}
        <TextField
          name="reference"
          label={t('people.form.reference')}
          hint={t('people.form.referenceHint')}
          isOptional
          value={values.reference}
          error={form.errorOf('reference')}
          onChange={(reference) => change({ reference })}
        />
        <CheckField
          name="isTutor"
          label={t('people.form.isTutor')}
          isChecked={values.isTutor}
          onChange={(isTutor) => change({ isTutor })}
        />
        {isAlike && (
          <LookAlikes
            typed={lookAlikeQuery(values)}
            onIsNew={() => save(true)}
            isBusy={create.isPending}
          />
        )}
      </Form>
    </>
  )
}
