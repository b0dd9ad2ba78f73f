import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { type How, HowFields } from './how-fields.tsx'
import { usePair } from './mutations.ts'
import { tutoringQueries } from './queries.ts'

/** Links a tutor and a person to help. */
export function PairForm() {
  const t = useT()
  const { data } = useQuery(tutoringQueries.candidates())
  const [tutorId, setTutorId] = useState('')
  const [tuteeId, setTuteeId] = useState('')
  const [startedOn, setStartedOn] = useState(todayInZone())
  const [how, setHow] = useState<How>({ kind: 'volunteer', hostId: '', level: 'simple' })
  const [attempt, setAttempt] = useState(0)
  const pair = usePair()
  const isSame = tutorId !== '' && tutorId === tuteeId
  const local = {
    tutorId: tutorId === '' ? t('tutoring.pair.missing') : null,
    tuteeId: tuteeId === '' ? t('tutoring.pair.missing') : isSame ? t('tutoring.pair.same') : null,
  }
  const isWrong = local.tutorId !== null || local.tuteeId !== null
  const form = useFieldErrors(pair.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    if (isWrong) return
    const done = () => {
      setAttempt(0)
      setTuteeId('')
    }
    const body = { tutorId, tuteeId, startedOn, ...how, hostId: how.hostId || null }
    afterWrite(pair.mutateAsync(body), done)
  }
  const choices = (people: readonly { id: string; name: string }[] | undefined) => [
    { value: '', label: t('tutoring.pair.choose') },
    ...(people ?? []).map((person) => ({ value: person.id, label: person.name })),
  ]
  return (
    <section aria-labelledby="pair">
      <h2 id="pair">{t('tutoring.pair.title')}</h2>
      {pair.isSuccess && attempt === 0 && <p role="status">{t('tutoring.pair.done')}</p>}
      <Form
        onSubmit={submit}
        submitLabel={t('tutoring.pair.submit')}
        isBusy={pair.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="tutorId"
          label={t('tutoring.pair.tutor')}
          value={tutorId}
          onChange={setTutorId}
          error={form.errorOf('tutorId')}
          options={choices(data?.tutors)}
        />
        <SelectField
          name="tuteeId"
          label={t('tutoring.pair.tutee')}
          value={tuteeId}
          onChange={setTuteeId}
          error={form.errorOf('tuteeId')}
          options={choices(data?.people)}
        />
        <HowFields value={how} onChange={setHow} hosts={data?.hosts ?? []} form={form} />
        <TextField
          name="startedOn"
          type="date"
          label={t('tutoring.pair.startsOn')}
          value={startedOn}
          onChange={setStartedOn}
          error={form.errorOf('startedOn')}
        />
      </Form>
    </section>
  )
}
