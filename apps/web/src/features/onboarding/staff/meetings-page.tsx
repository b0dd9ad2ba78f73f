import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import type { Api } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { MoreRows } from '../../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { usePlanMeeting } from './mutations.ts'
import { onboardingQueries } from './queries.ts'

type Line = Api['GET /information-meetings']['response']['meetings'][number]

/** The collective information meetings, and the form that plans one. */
export function MeetingsPage() {
  const t = useT()
  const mayPlan = useCan('onboarding.manage')
  const list = useInfiniteQuery(onboardingQueries.meetings)
  const meetings = list.data?.pages.flatMap((page) => page.meetings) ?? []
  return (
    <>
      <PageHeader title={t('onboarding.meeting.title')} />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && meetings.length === 0 && (
        <EmptyState kind="first" title={t('onboarding.meeting.empty')} />
      )}
      {meetings.length > 0 && <MeetingsTable meetings={meetings} />}
      <MoreRows list={list} label={t('onboarding.meeting.more')} />
      {mayPlan && <PlanForm />}
    </>
  )
}

function MeetingsTable({ meetings }: { meetings: readonly Line[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Line>[] = [
    {
      key: 'day',
      header: t('onboarding.meeting.heldOn'),
      cell: (one) => (
        <Link href={`/gestion/reunions/${one.id}`}>{formatDate(one.heldOn, locale)}</Link>
      ),
    },
    { key: 'time', header: t('onboarding.meeting.startsAt'), cell: (one) => one.startsAt },
    {
      key: 'place',
      header: t('onboarding.meeting.place'),
      cell: (one) => (one.isCancelled ? t('onboarding.meeting.cancelled') : one.place),
    },
    {
      key: 'invited',
      header: t('onboarding.meeting.invited'),
      isNumeric: true,
      cell: (one) => one.invited,
    },
    { key: 'came', header: t('onboarding.meeting.came'), isNumeric: true, cell: (one) => one.came },
    {
      key: 'heads',
      header: t('onboarding.meeting.headCount'),
      isNumeric: true,
      cell: (one) => one.headCount ?? '–',
    },
  ]
  return (
    <DataTable
      caption={t('onboarding.meeting.caption')}
      columns={columns}
      rows={meetings}
      rowKey={(one) => one.id}
    />
  )
}

function PlanForm() {
  const t = useT()
  const [, navigate] = useLocation()
  const plan = usePlanMeeting()
  const [attempt, setAttempt] = useState(0)
  const [values, setValues] = useState({ heldOn: '', startsAt: '', place: '' })
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(values.startsAt.trim())
  const wrong = {
    heldOn: values.heldOn === '' ? t('onboarding.meeting.missing.heldOn') : null,
    startsAt: isTime ? null : t('onboarding.meeting.missing.startsAt'),
    place: values.place.trim() === '' ? t('onboarding.meeting.missing.place') : null,
  }
  const form = useFieldErrors(plan.error, attempt > 0 ? wrong : {})
  const field = (name: keyof typeof values) => ({
    name,
    label: t(`onboarding.meeting.${name}`),
    value: values[name],
    error: form.errorOf(name),
    onChange: (text: string) => setValues({ ...values, [name]: text }),
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.values(wrong).some((text) => text !== null)) return
    afterWrite(plan.mutateAsync({ ...values, startsAt: values.startsAt.trim() }), ({ id }) =>
      navigate(`/gestion/reunions/${id}`),
    )
  }
  return (
    <section className="panel" aria-labelledby="plan">
      <h2 id="plan">{t('onboarding.meeting.plan')}</h2>
      <Form
        onSubmit={save}
        submitLabel={t('onboarding.meeting.plan')}
        isBusy={plan.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField {...field('heldOn')} type="date" />
        <TextField {...field('startsAt')} hint={t('onboarding.meeting.startsAtHint')} />
        <TextField {...field('place')} />
      </Form>
    </section>
  )
}
