import { useState } from 'react'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { GUARD_CODES } from './guard-codes.ts'
import { useCorrectSession } from './mutations.ts'
import type { TutoringSession } from './queries.ts'

/** Staff correct the day or the length: a new version, which everybody confirms again. */
export function CorrectForm({ session }: { session: TutoringSession }) {
  const t = useT()
  const [heldOn, setHeldOn] = useState<string>(session.heldOn)
  const [minutes, setMinutes] = useState(String(session.minutes))
  const [attempt, setAttempt] = useState(0)
  const correct = useCorrectSession(session)
  const codes = (problemOf(correct.error)?.errors ?? []).map((error) => error.code)
  const guards = codes.flatMap((code) => GUARD_CODES[code] ?? [])
  const isNumber = /^\d{1,3}$/.test(minutes.trim())
  const local = { minutes: isNumber ? null : t('tutoring.session.minutesWrong') }
  const form = useFieldErrors(guards.length > 0 ? null : correct.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (!isNumber) return
    const { startsAt, travelMinutes, mode, place, subjects, note } = session
    const kept = { startsAt, endsAt: null, travelMinutes, mode, place, subjects, note }
    correct.mutate({ ...kept, heldOn, minutes: Number(minutes), checked: guards })
  }
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{t('tutoring.session.correct')}</h2>
      <p>{t('tutoring.session.correctHint')}</p>
      {guards.length > 0 && <p role="alert">{t('tutoring.session.unusual')}</p>}
      <Form
        onSubmit={submit}
        submitLabel={t(guards.length > 0 ? 'tutoring.session.saveAnyway' : 'tutoring.session.save')}
        isBusy={correct.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="heldOn"
          type="date"
          label={t('tutoring.table.day')}
          value={heldOn}
          onChange={setHeldOn}
          error={form.errorOf('heldOn')}
        />
        <TextField
          name="minutes"
          label={t('tutoring.session.minutes')}
          value={minutes}
          onChange={setMinutes}
          error={form.errorOf('minutes')}
        />
      </Form>
    </section>
  )
}
