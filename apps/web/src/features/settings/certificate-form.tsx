import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { PasswordField } from '../../ui/staff/fields.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useGiveCertificate } from './mutations.ts'

/** The cooperative's own certificate, from its provider. The password opens the file and is not kept. */
export function CertificateForm() {
  const t = useT()
  const [file, setFile] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const [attempt, setAttempt] = useState(0)
  const give = useGiveCertificate()
  const local = { p12: file === null ? t('settings.signing.fileMissing') : null }
  const form = useFieldErrors(give.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (file === null) return
    afterWrite(give.mutateAsync({ file, password }), () => {
      setFile(null)
      setPassword('')
      setAttempt(0)
    })
  }
  return (
    <section className="panel" aria-label={t('settings.signing.give')}>
      <h2>{t('settings.signing.give')}</h2>
      <p>{t('settings.signing.giveHint')}</p>
      <Form
        onSubmit={submit}
        submitLabel={t('settings.signing.giveSubmit')}
        isBusy={give.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <FileField
          name="p12"
          label={t('settings.signing.file')}
          hint={t('settings.signing.fileHint')}
          accept=".p12,.pfx,application/x-pkcs12"
          error={form.errorOf('p12')}
          file={file}
          onFile={setFile}
        />
        <PasswordField
          name="password"
          label={t('settings.signing.password')}
          hint={t('settings.signing.passwordHint')}
          autoComplete="off"
          value={password}
          onChange={setPassword}
          error={form.errorOf('password')}
        />
      </Form>
      <SavedNotice>
        {give.data && t('settings.signing.given', { subject: give.data.subject })}
      </SavedNotice>
    </section>
  )
}
