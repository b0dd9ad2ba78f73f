import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { LinesFields } from './lines-fields.tsx'
import { useCorrect } from './mutations.ts'
import type { Reviewed } from './queries.ts'
import { typedLines } from './typed-lines.ts'

/** The lines as fields, with the reason that the person will read. */
export function CorrectForm(props: { declaration: Reviewed; onLeave: () => void }) {
  const { declaration, onLeave } = props
  const t = useT()
  const locale = useLocale()
  const correct = useCorrect()
  const [lines, setLines] = useState(() => typedLines(declaration.lines, locale))
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const noReason = attempt > 0 && reason.trim() === ''
  const form = useFieldErrors(correct.error, {
    reason: noReason ? t('review.correct.reasonEmpty') : null,
  })
  useEffect(() => document.getElementById('reason')?.focus(), [])
  const save = () => {
    setAttempt(attempt + 1)
    if (reason.trim() === '') return
    const { id, version } = declaration
    afterWrite(correct.mutateAsync({ id, version, reason: reason.trim(), lines }), onLeave)
  }
  return (
    <section className="panel" aria-labelledby="correct-title">
      <h3 id="correct-title">{t('review.correct.title', { name: declaration.personName })}</h3>
      <p>{t('review.correct.hint')}</p>
      <Form
        onSubmit={save}
        submitLabel={t('review.correct.save')}
        isBusy={correct.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <Button variant="default" onClick={onLeave}>
            {t('common.cancel')}
          </Button>
        }
      >
        <TextField
          name="reason"
          label={t('review.correct.reason')}
          error={form.errorOf('reason')}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
        <LinesFields
          personId={declaration.personId}
          lines={lines}
          onChange={setLines}
          form={form}
          prefix="lines."
          hasVat
        />
      </Form>
    </section>
  )
}
