import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { Button, LinkButton } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { TextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { CooperativeFields } from './cooperative-fields.tsx'
import { DirectionFields } from './direction-fields.tsx'
import {
  emptyInstallation,
  INSTALLATION_FIELDS,
  INSTALLATION_LABELS,
  type InstallationFaults,
  type InstallationField,
  installationBody,
  installationFaults,
} from './installation-form.ts'
import { useInstall } from './mutations.ts'
import { accessQueries } from './queries.ts'
import { useEnter } from './use-enter.ts'

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
  const say = useFaultWords()
  const [values, setValues] = useState(emptyInstallation)
  const [attempt, setAttempt] = useState(0)
  const faults = installationFaults(values)
  const form = useFieldErrors(install.error, attempt > 0 ? say(faults) : {})
  const field = (name: InstallationField) => ({
    name,
    label: t(INSTALLATION_LABELS[name]),
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    error: form.errorOf(name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (Object.keys(faults).length > 0 || install.isPending) return
    afterWrite(install.mutateAsync(installationBody(values)), () =>
      enter({ home: '/gestion', mustSetUpTotp: false }),
    )
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
          hint={t('access.installation.setupCodeHint')}
        />
        <CooperativeFields field={field} />
        <DirectionFields field={field} />
        <Button isBusy={install.isPending}>{t('access.installation.create')}</Button>
      </form>
    </Page>
  )
}

/** Each fault names its field: twelve times the same sentence would lead nowhere. */
function useFaultWords(): (faults: InstallationFaults) => Record<string, string> {
  const t = useT()
  const words = {
    missing: (label: string) => t('access.installation.fillIn', { label }),
    email: () => t('access.emailMissing'),
    siren: () => t('fieldErrors.siren-wrong'),
  }
  return (faults) =>
    Object.fromEntries(
      INSTALLATION_FIELDS.flatMap((name) => {
        const fault = faults[name]
        return fault === undefined ? [] : [[name, words[fault](t(INSTALLATION_LABELS[name]))]]
      }),
    )
}
