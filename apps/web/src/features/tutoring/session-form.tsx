import type { SessionGuard } from '@terreau/domain/tutoring/session'
import { type FormEvent, type ReactNode, useState } from 'react'
import { problemOf } from '../../lib/problem-error.ts'
import { Button } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { GUARD_CODES } from './guard-codes.ts'
import { GuardQuestions } from './guard-questions.tsx'
import type { SessionBody, TutorHome } from './queries.ts'
import { OptionalFields, type SessionValues, UsualFields } from './session-fields.tsx'
import { minutesOfTime, timeBody } from './session-time.ts'
import { WhoField } from './who-field.tsx'

interface Props {
  title: string
  back: string
  initial: SessionValues
  /** Absent when the people are those of the session already. */
  who?: { tutees: TutorHome['tutees']; first: string | undefined }
  save: { isPending: boolean; error: unknown }
  onSave: (body: SessionBody, tuteeIds: readonly string[]) => void
  /** What else may be added, and whether something was: who is down there saves from there. */
  children?: ReactNode
  hasMore?: boolean
}

/** One screen, everything filled in as last time. */
export function SessionForm(props: Props) {
  const { title, back, initial, who, save, onSave, children, hasMore = false } = props
  const t = useT()
  const [values, setValues] = useState(initial)
  const [tuteeIds, setTuteeIds] = useState<readonly string[]>(who?.first ? [who.first] : [])
  const [isGroup, setGroup] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const guards = (problemOf(save.error)?.errors ?? [])
    .map((error) => error.code)
    .filter((code) => code in GUARD_CODES)
  const travelMinutes = /^\d{0,3}$/.test(values.travel.trim()) ? Number(values.travel) : null
  const missing = {
    ...(who && tuteeIds.length === 0 ? { tuteeIds: t('tutoringPhone.log.whoMissing') } : {}),
    ...(minutesOfTime(values.heldOn, values.time) === null
      ? { minutes: t('tutoringPhone.log.minutesWrong') }
      : {}),
    ...(values.heldOn === '' ? { heldOn: t('tutoringPhone.log.dateWrong') } : {}),
    ...(travelMinutes === null ? { travelMinutes: t('tutoringPhone.log.minutesWrong') } : {}),
  }
  const form = useFieldErrors(guards.length > 0 ? null : save.error, attempt > 0 ? missing : {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (Object.keys(missing).length > 0 || travelMinutes === null) return
    const checked: SessionGuard[] = guards.flatMap((code) => GUARD_CODES[code] ?? [])
    onSave(bodyOf(values, { travelMinutes, checked }), tuteeIds)
  }
  const fields = { values, onChange: setValues, form }
  return (
    <Page
      title={title}
      back={back}
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <form onSubmit={submit} noValidate>
        <GuardQuestions codes={guards} />
        {who && (
          <WhoField
            tutees={who.tutees}
            value={tuteeIds}
            onChange={setTuteeIds}
            isGroup={isGroup}
            onGroup={setGroup}
            error={form.errorOf('tuteeIds')}
          />
        )}
        <UsualFields {...fields} />
        <Button isBusy={save.isPending}>
          {t(guards.length > 0 ? 'tutoringPhone.log.saveAnyway' : 'tutoringPhone.log.save')}
        </Button>
        <OptionalFields {...fields} />
        {children}
        {(values.note !== '' || hasMore) && (
          <Button isBusy={save.isPending}>{t('tutoringPhone.log.save')}</Button>
        )}
      </form>
    </Page>
  )
}

function bodyOf(
  values: SessionValues,
  more: { travelMinutes: number; checked: SessionGuard[] },
): SessionBody {
  const isThere = values.mode === 'in_person'
  return {
    heldOn: values.heldOn,
    ...timeBody(values.time),
    mode: values.mode,
    place: isThere ? values.place : '',
    travelMinutes: isThere ? more.travelMinutes : 0,
    subjects: [...values.subjects],
    note: values.note,
    checked: more.checked,
  }
}
