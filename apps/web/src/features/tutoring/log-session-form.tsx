import type { TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { type FormEvent, useRef, useState } from 'react'
import { problemOf } from '../../lib/problem-error.ts'
import { todayInParis } from '../../lib/today.ts'
import { Button } from '../../ui/phone/button.tsx'
import { ErrorSummary } from '../../ui/phone/error-summary.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { RadioChips } from '../../ui/phone/radio-chips.tsx'
import { LongTextField } from '../../ui/phone/text-field.tsx'
import { useFieldErrors } from '../../ui/phone/use-field-errors.ts'
import { useT } from '../../ui/phone/words.ts'
import { GUARD_CODES, GuardQuestions } from './guard-questions.tsx'
import type { Logged } from './logged-notice.tsx'
import { MinutesField } from './minutes-field.tsx'
import { useLogSession } from './mutations.ts'
import type { TutorHome } from './queries.ts'
import { SessionDayField } from './session-day-field.tsx'
import { SubjectChips } from './subject-chips.tsx'

const MODES = ['in_person', 'phone', 'video'] as const
type Mode = (typeof MODES)[number]

interface Props {
  home: TutorHome
  onLogged: (logged: Logged) => void
}

/** One screen, everything filled in as last time. */
export function LogSessionForm({ home, onLogged }: Props) {
  const t = useT()
  const id = useRef(crypto.randomUUID())
  const usual = home.usual
  const [tuteeId, setTuteeId] = useState(usual?.tuteeId ?? home.tutees[0]?.id ?? '')
  const [heldOn, setHeldOn] = useState(todayInParis())
  const [minutes, setMinutes] = useState<number | null>(usual?.minutes ?? 60)
  const [mode, setMode] = useState<Mode>(usual?.mode ?? 'in_person')
  const [subjects, setSubjects] = useState<readonly TutoringSubject[]>([])
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const save = useLogSession()
  const guards = (problemOf(save.error)?.errors ?? [])
    .map((e) => e.code)
    .filter((c) => c in GUARD_CODES)
  const missing = {
    ...(tuteeId === '' ? { tuteeId: t('tutoringPhone.log.whoMissing') } : {}),
    ...(minutes === null ? { minutes: t('tutoringPhone.log.minutesWrong') } : {}),
    ...(heldOn === '' ? { heldOn: t('tutoringPhone.log.dateWrong') } : {}),
  }
  const form = useFieldErrors(guards.length > 0 ? null : save.error, attempt > 0 ? missing : {})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt((n) => n + 1)
    if (Object.keys(missing).length > 0 || minutes === null) return
    const checked = guards.flatMap((code) => GUARD_CODES[code] ?? [])
    save.mutate(
      { id: id.current, tuteeId, heldOn, minutes, mode, subjects: [...subjects], note, checked },
      {
        onSuccess: (done) => {
          const tuteeName = home.tutees.find((p) => p.id === tuteeId)?.name ?? ''
          onLogged({ ...done, tuteeName })
        },
      },
    )
  }
  return (
    <Page
      title={t('tutoringPhone.log.title')}
      back="/tutorat"
      hasError={form.hasErrors}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <form onSubmit={submit} noValidate>
        <GuardQuestions codes={guards} />
        <RadioChips
          name="tuteeId"
          legend={t('tutoringPhone.log.who')}
          error={form.errorOf('tuteeId')}
          value={tuteeId}
          onChange={setTuteeId}
          options={home.tutees.map((p) => ({ value: p.id, label: p.name }))}
        />
        <SessionDayField value={heldOn} onChange={setHeldOn} error={form.errorOf('heldOn')} />
        <MinutesField value={minutes} onChange={setMinutes} error={form.errorOf('minutes')} />
        <RadioChips
          name="mode"
          legend={t('tutoringPhone.log.how')}
          value={mode}
          onChange={setMode}
          options={MODES.map((value) => ({ value, label: t(`tutoringPhone.mode.${value}`) }))}
        />
        <Button isBusy={save.isPending}>
          {t(guards.length > 0 ? 'tutoringPhone.log.saveAnyway' : 'tutoringPhone.log.save')}
        </Button>
        <SubjectChips value={subjects} onChange={setSubjects} />
        <LongTextField
          name="note"
          label={t('tutoringPhone.log.note')}
          isOptional
          value={note}
          onChange={setNote}
        />
      </form>
    </Page>
  )
}
