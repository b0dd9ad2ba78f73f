import { Button } from '@mantine/core'
import { addDays, localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { useEffect, useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useSnooze } from './mutations.ts'
import type { QueueItem } from './queries.ts'

const WEEK_DAYS = 7

interface SnoozeFormProps {
  item: QueueItem
  today: string
  onDone: () => void
  onCancel: () => void
}

/** Until when, and why: it comes back by itself on that day. */
export function SnoozeForm({ item, today, onDone, onCancel }: SnoozeFormProps) {
  const t = useT()
  const locale = useLocale()
  const { latestSnoozeOn: latest } = item
  const week = addDays(localDate(today), WEEK_DAYS)
  const [until, setUntil] = useState<string>(latest !== null && latest < week ? latest : week)
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const snooze = useSnooze()
  useEffect(() => document.getElementById('until')?.focus(), [])
  const needsReason = attempt > 0 && reason.trim() === ''
  const form = useFieldErrors(snooze.error, {
    reason: needsReason ? t('fieldErrors.field-required') : null,
  })
  const submit = () => {
    setAttempt((count) => count + 1)
    if (reason.trim() === '') return
    const { kind, targetId } = item
    afterWrite(snooze.mutateAsync({ kind, targetId, until, reason: reason.trim() }), onDone)
  }
  return (
    <Form
      onSubmit={submit}
      submitLabel={t('home.snooze.submit')}
      isBusy={snooze.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
      aside={
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      }
    >
      <TextField
        name="until"
        type="date"
        label={t('home.snooze.until')}
        hint={
          latest === null
            ? undefined
            : t('home.snooze.latest', { date: formatDate(latest, locale) })
        }
        error={form.errorOf('until')}
        value={until}
        onChange={setUntil}
      />
      <TextField
        name="reason"
        label={t('home.snooze.reason')}
        maxLength={300}
        error={form.errorOf('reason')}
        value={reason}
        onChange={setReason}
      />
    </Form>
  )
}
