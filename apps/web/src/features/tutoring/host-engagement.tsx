import { useQuery } from '@tanstack/react-query'
import { ENGAGEMENT_ROLES, type EngagementRole } from '@terreau/domain/tutoring/engagement'
import { formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import type { Api } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { RadioField, SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useStateHost, useStateRole } from './mutations.ts'
import { tutoringQueries } from './queries.ts'

type Engagement = Api['GET /tutoring/hosts/:hostId/engagement']['response']
type Volunteer = Engagement['people'][number]

/** What the compte d'engagement citoyen asks about a structure and its volunteers of a year. */
export function HostEngagement({ hostId, year }: { hostId: string; year: number }) {
  const t = useT()
  const mayState = useCan('tutoring.approve')
  const { data, error, refetch } = useQuery(tutoringQueries.hostEngagement(hostId, year))
  return (
    <section aria-labelledby="engagement">
      <h2 id="engagement">{t('tutoringValue.engagement.title')}</h2>
      <p>{t('tutoringValue.engagement.hint')}</p>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data && <Volunteers of={data} hostId={hostId} year={year} />}
      {data && mayState && (
        <HostFacts key={`${hostId} ${data.declaredOn}`} of={data} hostId={hostId} />
      )}
    </section>
  )
}

function Volunteers({ of, hostId, year }: { of: Engagement; hostId: string; year: number }) {
  const t = useT()
  const locale = useLocale()
  const mayState = useCan('tutoring.approve')
  const state = useStateRole(hostId)
  if (of.people.length === 0) return <p>{t('tutoringValue.engagement.nobody')}</p>
  const columns: Column<Volunteer>[] = [
    { key: 'person', header: t('tutoringValue.engagement.person'), cell: (one) => one.personName },
    {
      key: 'minutes',
      header: t('tutoringValue.approved'),
      cell: (one) => formatMinutes(one.minutes, locale),
      isNumeric: true,
    },
    {
      key: 'role',
      header: t('tutoringValue.engagement.role'),
      cell: (one) =>
        mayState ? (
          <SelectField
            name={`role-${one.personId}`}
            label={t('tutoringValue.engagement.roleOf', { name: one.personName })}
            value={one.role}
            onChange={(value) =>
              state.mutate({ year, personId: one.personId, role: roleOf(value) })
            }
            options={ENGAGEMENT_ROLES.map((role) => ({
              value: role,
              label: t(`tutoringValue.engagement.roles.${role}`),
            }))}
          />
        ) : (
          t(`tutoringValue.engagement.roles.${one.role}`)
        ),
    },
  ]
  return (
    <>
      {state.error && <ErrorBlock error={state.error} />}
      <SavedNotice>{state.isSuccess && t('tutoringValue.engagement.roleSaved')}</SavedNotice>
      <DataTable
        caption={t('tutoringValue.engagement.caption')}
        columns={columns}
        rows={of.people}
        rowKey={(one) => one.personId}
      />
    </>
  )
}

const INTEREST = ['yes', 'no', 'unknown'] as const

function HostFacts({ of, hostId }: { of: Engagement; hostId: string }) {
  const t = useT()
  const [declaredOn, setDeclaredOn] = useState<string>(of.declaredOn ?? '')
  const known = of.isGeneralInterest === null ? 'unknown' : of.isGeneralInterest ? 'yes' : 'no'
  const [interest, setInterest] = useState<string>(known)
  const [attempt, setAttempt] = useState(0)
  const state = useStateHost(hostId)
  const form = useFieldErrors(state.error)
  const submit = () => {
    setAttempt((n) => n + 1)
    state.mutate({
      declaredOn: declaredOn || null,
      isGeneralInterest: interest === 'unknown' ? null : interest === 'yes',
    })
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('tutoringValue.engagement.submit')}
      isBusy={state.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <SavedNotice>{state.isSuccess && t('tutoringValue.engagement.saved')}</SavedNotice>
      <TextField
        name="declaredOn"
        type="date"
        isOptional
        label={t('tutoringValue.engagement.declaredOn')}
        value={declaredOn}
        onChange={setDeclaredOn}
        error={form.errorOf('declaredOn')}
      />
      <RadioField
        name="interest"
        label={t('tutoringValue.engagement.interest')}
        value={interest}
        onChange={setInterest}
        options={INTEREST.map((value) => ({
          value,
          label: t(`tutoringValue.engagement.interests.${value}`),
        }))}
      />
    </Form>
  )
}

function roleOf(value: string): EngagementRole {
  return ENGAGEMENT_ROLES.find((role) => role === value) ?? 'none'
}
