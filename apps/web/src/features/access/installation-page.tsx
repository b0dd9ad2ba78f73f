import { useQuery } from '@tanstack/react-query'
import { isSiren } from '@terreau/domain/cooperative/siren'
import { type FormEvent, useState } from 'react'
import { todayInParis } from '../../lib/today.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { CooperativeFields } from './cooperative-fields.tsx'
import { DirectionFields } from './direction-fields.tsx'
import { looksLikeEmail } from './looks-like-email.ts'
import { useInstall } from './mutations.ts'
import { accessQueries } from './queries.ts'
import { useEnter } from './use-enter.ts'

const EMPTY = {
  setupCode: '',
  'cooperative.name': '',
  'cooperative.legalForm': '',
  'cooperative.siren': '',
  'cooperative.seatAddress': '',
  'cooperative.city': '',
  'cooperative.email': '',
  'cooperative.phone': '',
  'cooperative.signatoryName': '',
  'cooperative.signatoryCapacity': '',
  'cooperative.firstMonth': todayInParis().slice(0, 7),
  'direction.displayName': '',
  'direction.email': '',
  'direction.password': '',
}
export type InstallationField = keyof typeof EMPTY
export type InstallationValues = Record<InstallationField, string>

/** The set-up page of an empty installation: the cooperative, and its first direction account. */
export function InstallationPage() {
  const t = useT()
  const installation = useQuery(accessQueries.installation()).data
  if (installation === undefined) return <Loading />
  if (!installation.isInstalled) return <InstallationForm />
  return (
    <Page title={t('access.installation.done')}>
      <LinkButton href="/connexion">{t('access.enter')}</LinkButton>
    </Page>
  )
}

function InstallationForm() {
  const t = useT()
  const enter = useEnter()
  const install = useInstall()
  const [values, setValues] = useState<InstallationValues>(EMPTY)
  const [attempt, setAttempt] = useState(0)
  const faults = faultsOf(values, {
    missing: t('access.installation.fillIn'),
    email: t('access.emailMissing'),
    siren: t('common.fieldError.siren-wrong'),
  })
  const form = useFieldErrors(install.error, attempt > 0 ? faults : {})
  const field = (name: InstallationField) => ({
    name,
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    error: form.errorOf(name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (Object.keys(faults).length > 0 || install.isPending) return
    install.mutate(bodyOf(values), {
      onSuccess: () => enter({ home: '/gestion', mustSetUpTotp: false }),
    })
  }
  return (
    <Page
      title={t('access.installation.title')}
      hint={t('access.installation.hint')}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <form onSubmit={submit} noValidate>
        <TextField
          {...field('setupCode')}
          inputMode="numeric"
          label={t('access.installation.setupCode')}
          hint={t('access.installation.setupCodeHint')}
        />
        <CooperativeFields field={field} />
        <DirectionFields field={field} />
        <Button isBusy={install.isPending}>{t('access.installation.create')}</Button>
      </form>
    </Page>
  )
}

function faultsOf(
  values: InstallationValues,
  words: { missing: string; email: string; siren: string },
): Partial<Record<InstallationField, string>> {
  const faults: Partial<Record<InstallationField, string>> = {}
  for (const [name, value] of Object.entries(values)) {
    if (!isField(name)) continue
    if (value.trim() === '' && name !== 'cooperative.phone') faults[name] = words.missing
    else if (name.endsWith('.email') && !looksLikeEmail(value)) faults[name] = words.email
  }
  const siren = values['cooperative.siren'].replaceAll(/\s/g, '')
  if (siren !== '' && !isSiren(siren)) faults['cooperative.siren'] = words.siren
  return faults
}

function isField(name: string): name is InstallationField {
  return Object.hasOwn(EMPTY, name)
}

function bodyOf(values: InstallationValues) {
  return {
    setupCode: values.setupCode,
    cooperative: {
      name: values['cooperative.name'],
      legalForm: values['cooperative.legalForm'],
      siren: values['cooperative.siren'],
      seatAddress: values['cooperative.seatAddress'],
      city: values['cooperative.city'],
      email: values['cooperative.email'],
      phone: values['cooperative.phone'],
      signatoryName: values['cooperative.signatoryName'],
      signatoryCapacity: values['cooperative.signatoryCapacity'],
      firstMonth: values['cooperative.firstMonth'],
    },
    direction: {
      displayName: values['direction.displayName'],
      email: values['direction.email'],
      password: values['direction.password'],
    },
  }
}
