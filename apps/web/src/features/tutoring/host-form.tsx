import { type HostForm as FormOfHost, HOST_FORMS } from '@terreau/domain/tutoring/hosts'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useAddHost } from './mutations.ts'

/** Records a structure in which people help. */
export function HostForm() {
  const t = useT()
  const [name, setName] = useState('')
  const [form, setForm] = useState<FormOfHost>('association')
  const [attempt, setAttempt] = useState(0)
  const add = useAddHost()
  const local = { hostName: name.trim() === '' ? t('tutoring.host.nameMissing') : null }
  const errors = useFieldErrors(add.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (local.hostName !== null) return
    const done = () => {
      setAttempt(0)
      setName('')
    }
    afterWrite(add.mutateAsync({ name, form }), done)
  }
  return (
    <section aria-labelledby="host">
      <h2 id="host">{t('tutoring.host.title')}</h2>
      <SavedNotice>{add.isSuccess && attempt === 0 && t('tutoring.host.done')}</SavedNotice>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoring.host.submit')}
        isBusy={add.isPending}
        summary={<ErrorSummary form={errors} attempt={attempt} />}
      >
        <TextField
          name="hostName"
          label={t('tutoring.host.name')}
          value={name}
          onChange={setName}
          error={errors.errorOf('hostName')}
        />
        <SelectField
          name="hostForm"
          label={t('tutoring.host.form')}
          hint={t('tutoring.host.formHint')}
          value={form}
          onChange={(value) => setForm(HOST_FORMS.find((one) => one === value) ?? 'association')}
          options={HOST_FORMS.map((value) => ({ value, label: t(`tutoring.form.${value}`) }))}
        />
      </Form>
    </section>
  )
}
