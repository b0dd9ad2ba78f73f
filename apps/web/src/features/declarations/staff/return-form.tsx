import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useReturn } from './mutations.ts'
import type { Reviewed } from './queries.ts'
import type { DoneAct } from './use-undo.ts'

interface ReturnFormProps {
  declaration: Reviewed
  onLeave: (isDone: boolean) => void
  onDone: (act: DoneAct) => void
}

/** Refuses a declaration: it goes back to the person, who reads the reason. What that does is said first. */
export function ReturnForm({ declaration, onLeave, onDone }: ReturnFormProps) {
  const t = useT()
  const giveBack = useReturn()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isEmpty = attempt > 0 && reason.trim() === ''
  const form = useFieldErrors(giveBack.error, {
    reason: isEmpty ? t('review.return.empty') : null,
  })
  useEffect(() => document.getElementById('reason')?.focus(), [])
  const { id, version, personName: name } = declaration
  const send = () => {
    setAttempt(attempt + 1)
    if (reason.trim() === '') return
    afterWrite(giveBack.mutateAsync({ id, version, reason: reason.trim() }), ({ mailLeavesAt }) => {
      const key =
        mailLeavesAt === null ? 'review.verdict.returnedNoMail' : 'review.verdict.returned'
      onDone({ kind: 'returned', id, text: t(key, { name }) })
      onLeave(true)
    })
  }
  return (
    <section className="panel" aria-labelledby="return-title">
      <h3 id="return-title">{t('review.return.title', { name })}</h3>
      <ul>
        <li>{t('review.return.draft')}</li>
        <li>{t('review.return.reads')}</li>
        <li>{t('review.return.missing')}</li>
      </ul>
      <Form
        onSubmit={send}
        submitLabel={t('review.return.send')}
        isBusy={giveBack.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="default" onClick={() => onLeave(false)}>
            {t('common.cancel')}
          </Button>
        }
      >
        <LongTextField
          name="reason"
          label={t('review.return.reason')}
          error={form.errorOf('reason')}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </section>
  )
}
