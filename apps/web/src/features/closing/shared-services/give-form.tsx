import { useState } from 'react'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { CheckField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type Account, useGive } from './queries.ts'

interface GiveFormProps {
  account: Account
  /** `give.mailed`: people are told by mail. */
  onDone: (said: 'give.mailed' | 'give.done') => void
}

/** Gives the account to the entrepreneurs, once its year is over and closed. Before, nothing is offered. */
export function GiveForm({ account, onDone }: GiveFormProps) {
  const t = useT()
  const [assemblyOn, setAssemblyOn] = useState('')
  const [sendMails, setSendMails] = useState(true)
  const [attempt, setAttempt] = useState(0)
  const give = useGive(account.firstMonth, () => onDone(sendMails ? 'give.mailed' : 'give.done'))
  const form = useFieldErrors(give.error)
  if (account.stop !== null) return null
  const submit = () => {
    setAttempt((n) => n + 1)
    give.mutate({
      assemblyOn: assemblyOn === '' ? null : assemblyOn,
      resultCents: account.resultCents,
      sendMails,
    })
  }
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t('sharedServices.give.title')}</h2>
      <p>{t('sharedServices.give.intro')}</p>
      <Form
        onSubmit={submit}
        submitLabel={t('sharedServices.give.submit')}
        isBusy={give.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="assemblyOn"
          type="date"
          label={t('sharedServices.give.assembly')}
          hint={t('sharedServices.give.assemblyHint')}
          isOptional
          value={assemblyOn}
          onChange={setAssemblyOn}
          error={form.errorOf('assemblyOn')}
        />
        <CheckField
          name="sendMails"
          label={t('sharedServices.give.mails')}
          hint={t('sharedServices.give.mailsHint')}
          isChecked={sendMails}
          onChange={setSendMails}
        />
      </Form>
    </section>
  )
}
