import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { ActivityFields } from './activity-fields.tsx'
import { useOpenActivity } from './mutations.ts'
import { activityBody, isHorsepower, NEW_ACTIVITY } from './person-form.ts'
import { peopleQueries } from './queries.ts'

/** One more activity of somebody: its own account, declarations and contract. */
export function NewActivityPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { personId = '' } = useParams()
  const { data: file, error, refetch } = useQuery(peopleQueries.file(personId))
  const [activity, setActivity] = useState(NEW_ACTIVITY)
  const [attempt, setAttempt] = useState(0)
  const open = useOpenActivity(personId)
  const local = {
    name: activity.name.trim() ? null : t('activities.missingName'),
    fiscalHorsepower: isHorsepower(activity.fiscalHorsepower)
      ? null
      : t('people.form.fiscalHorsepowerWrong'),
  }
  const form = useFieldErrors(open.error, attempt > 0 ? local : {})
  if (error && !file) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!file) return <Loading />
  const name = fullName(file)
  const href = `/gestion/personnes/${personId}`
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.values(local).some((wrong) => wrong !== null)) return
    afterWrite(open.mutateAsync(activityBody(activity)), ({ id }) =>
      navigate(`/gestion/activites/${id}`),
    )
  }
  return (
    <>
      <PageHeader
        title={t('activities.addTitle', { name })}
        subtitle={t('activities.addHint')}
        back={{ href, label: name }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('activities.create')}
        isBusy={open.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={href}>{t('common.cancel')}</Link>}
      >
        <ActivityFields at="" activity={activity} onChange={setActivity} form={form} />
      </Form>
    </>
  )
}
