import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useConfirmTotp } from './mutations.ts'

interface Props {
  secret: string
  qrSvg: string
  onDone: () => void
}

/** The square to photograph, the key for those who cannot, and the first code as proof. */
export function TotpSetUp({ secret, qrSvg, onDone }: Props) {
  const t = useT()
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const confirm = useConfirmTotp()
  const local = { code: code.trim() === '' ? t('settings.security.totp.codeMissing') : null }
  const form = useFieldErrors(confirm.error, attempt > 0 ? local : {})
  const send = () => {
    setAttempt((n) => n + 1)
    if (local.code === null) afterWrite(confirm.mutateAsync({ code }), onDone)
  }
  return (
    <>
      <p>{t('settings.security.totp.scan')}</p>
      <img
        className="totp-square"
        alt={t('settings.security.totp.qrLabel')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
      />
      <p>
        {t('settings.security.totp.secret')} <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form
        onSubmit={send}
        submitLabel={t('settings.security.totp.confirm')}
        isBusy={confirm.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={t('settings.security.totp.code')}
          value={code}
          onChange={setCode}
          error={form.errorOf('code')}
        />
      </Form>
    </>
  )
}
