import { formatLabelled } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRefusePaper } from './mutations.ts'

/** As long as the API takes. */
const REASON_LENGTH = 200

/** What the person sent cannot be read, or is another paper: staff say why, and the person reads it. */
export function RefusePaper({ documentId, title }: { documentId: string; title: string }) {
  const t = useT()
  const locale = useLocale()
  const mayEdit = useCan('permit.edit')
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const refuse = useRefusePaper(documentId)
  // Several papers may wait on this page: each field has its own name.
  const name = `refusal-${documentId}`
  const text = reason.trim()
  const isWrong = text === '' || text.length > REASON_LENGTH
  const missing = attempt > 0 && isWrong ? t('rightToWork.scans.refuseMissing') : null
  const form = useFieldErrors(refuse.error, { [name]: missing })
  if (!mayEdit) return null
  const save = () => {
    setAttempt((n) => n + 1)
    if (!isWrong) refuse.mutate(text)
  }
  return (
    <details className="unfolded-later">
      <summary aria-label={formatLabelled(t('rightToWork.scans.refuse'), title, locale)}>
        {t('rightToWork.scans.refuse')}
      </summary>
      <Form
        onSubmit={save}
        submitLabel={t('rightToWork.scans.refuseSave')}
        isBusy={refuse.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name={name}
          label={t('rightToWork.scans.refuseReason')}
          hint={t('rightToWork.scans.refuseHint')}
          value={reason}
          error={form.errorOf(name)}
          onChange={setReason}
        />
      </Form>
    </details>
  )
}
