import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRevokeBadge } from './mutations.ts'
import type { Badge } from './queries.ts'

const MINUTES_OF_AN_HOUR = 60

/** Takes one badge back, with its reason. */
export function RevokeBadgeForm({ badge, onDone }: { badge: Badge; onDone: () => void }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const revoke = useRevokeBadge(badge.id)
  const local = { reason: reason.trim() === '' ? t('tutoring.badges.reasonMissing') : null }
  const form = useFieldErrors(revoke.error, attempt > 0 ? local : {})
  const hours = badge.thresholdMinutes / MINUTES_OF_AN_HOUR
  return (
    <section aria-labelledby="revoke-badge">
      <h3 id="revoke-badge">
        {t('tutoring.badges.revokeTitle', { hours, name: badge.personName })}
      </h3>
      <p>{t('tutoring.badges.revokeHint')}</p>
      <Form
        onSubmit={() => {
          setAttempt((n) => n + 1)
          if (local.reason === null) afterWrite(revoke.mutateAsync({ reason }), onDone)
        }}
        submitLabel={t('tutoring.badges.revokeSubmit')}
        isBusy={revoke.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <LongTextField
          name="reason"
          label={t('tutoring.badges.reason')}
          value={reason}
          onChange={setReason}
          error={form.errorOf('reason')}
        />
      </Form>
    </section>
  )
}
