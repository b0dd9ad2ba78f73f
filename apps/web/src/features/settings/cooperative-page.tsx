import { useQuery } from '@tanstack/react-query'
import { isSiren } from '@terreau/domain/cooperative/siren'
import { COOPERATIVE_ZONES } from '@terreau/domain/time/zoned-day'
import { useState } from 'react'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { LogoPanel } from './logo-panel.tsx'
import { useEditCooperative } from './mutations.ts'
import { type Cooperative, settingsQueries } from './queries.ts'

type Identity = Omit<Cooperative, 'version' | 'firstMonth' | 'hasLogo'>
const OPTIONAL: readonly string[] = ['phone', 'registryCity']
const LINES = [
  'name',
  'legalForm',
  'siren',
  'registryCity',
  'seatAddress',
  'city',
  'email',
  'phone',
  'signatoryName',
  'signatoryCapacity',
] as const satisfies readonly (keyof Identity)[]

/** Who the cooperative is: what contracts and certificates print. */
export function CooperativePage() {
  const { data, error, refetch } = useQuery(settingsQueries.cooperative())
  if (error) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  return data ? <IdentityForm key={data.version} cooperative={data} /> : <Loading />
}

function IdentityForm({ cooperative }: { cooperative: Cooperative }) {
  const t = useT()
  const { version, firstMonth: _month, hasLogo, ...identity } = cooperative
  const [values, setValues] = useState<Identity>(identity)
  const [attempt, setAttempt] = useState(0)
  const edit = useEditCooperative(version)
  const local = Object.fromEntries(
    LINES.filter((name) => !OPTIONAL.includes(name) && values[name].trim() === '').map((name) => [
      name,
      t('settings.missing', { label: t(`settings.cooperative.${name}`) }),
    ]),
  )
  if (local.siren === undefined && !isSiren(values.siren.replaceAll(/\s/g, '')))
    local.siren = t('fieldErrors.siren-wrong')
  const form = useFieldErrors(edit.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.keys(local).length === 0) edit.mutate(values)
  }
  return (
    <>
      <PageHeader
        title={t('settings.cooperative.title')}
        subtitle={t('settings.cooperative.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('settings.save')}
        isBusy={edit.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        {LINES.map((name) => {
          const Field = name === 'seatAddress' ? LongTextField : TextField
          return (
            <Field
              key={name}
              name={name}
              label={t(`settings.cooperative.${name}`)}
              isOptional={OPTIONAL.includes(name)}
              value={values[name]}
              error={form.errorOf(name)}
              onChange={(value) => setValues((now) => ({ ...now, [name]: value }))}
            />
          )
        })}
        <SelectField
          name="timeZone"
          label={t('settings.cooperative.timeZone')}
          hint={t('settings.cooperative.timeZoneHint')}
          value={values.timeZone}
          options={COOPERATIVE_ZONES.map((zone) => ({
            value: zone,
            label: t(`cooperativeZones.${zone}`),
          }))}
          error={form.errorOf('timeZone')}
          onChange={(value) => {
            const timeZone = COOPERATIVE_ZONES.find((zone) => zone === value)
            if (timeZone) setValues((now) => ({ ...now, timeZone }))
          }}
        />
      </Form>
      <SavedNotice>{edit.isSuccess && t('settings.saved')}</SavedNotice>
      <LogoPanel hasLogo={hasLogo} />
    </>
  )
}
