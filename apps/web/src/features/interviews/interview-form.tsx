import { useQuery } from '@tanstack/react-query'
import { INTERVIEW_WAYS, REPORT_PARTS } from '@terreau/domain/interviews/support-interview'
import { useState } from 'react'
import { Link } from 'wouter'
import type { FieldErrors } from '../../lib/field-errors.ts'
import { useSession } from '../../lib/session.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, RadioField, SelectField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { type InterviewValues, readInterview } from './interview-values.ts'
import { type InterviewBody, interviewQueries } from './queries.ts'

interface InterviewFormProps {
  start: InterviewValues
  cancelHref: string
  isBusy: boolean
  error: Error | null
  onSave: (body: InterviewBody) => void
}

interface Part {
  values: InterviewValues
  form: FieldErrors
  set: (change: Partial<InterviewValues>) => void
}

/** An interview to come asks for its day; one that was held asks for what was said (R7331-3). */
export function InterviewForm({ start, cancelHref, isBusy, error, onSave }: InterviewFormProps) {
  const t = useT()
  const { data: advisers = [] } = useQuery(interviewQueries.advisers())
  const me = useSession()?.user.displayName
  const [typed, setTyped] = useState(start)
  const [attempt, setAttempt] = useState(0)
  const own = advisers.find((one) => one.name === me)?.userId ?? ''
  const values = { ...typed, conductorId: typed.conductorId || own }
  const read = readInterview(values)
  const slips = attempt > 0 && 'slips' in read ? read.slips : []
  const form = useFieldErrors(
    error,
    Object.fromEntries(slips.map((name) => [name, t(`interviews.form.missing.${name}`)])),
  )
  const set = (change: Partial<InterviewValues>) => setTyped((now) => ({ ...now, ...change }))
  const save = () => {
    setAttempt((n) => n + 1)
    if ('body' in read) onSave(read.body)
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t(`interviews.form.save.${values.phase}`)}
      isBusy={isBusy}
      summary={<ErrorSummary form={form} attempt={attempt} />}
      aside={<Link href={cancelHref}>{t('common.cancel')}</Link>}
    >
      <RadioField
        name="phase"
        label={t('interviews.form.phase')}
        value={values.phase}
        onChange={(phase) => set({ phase: phase === 'held' ? 'held' : 'planned' })}
        options={(['planned', 'held'] as const).map((value) => ({
          value,
          label: t(`interviews.form.phases.${value}`),
        }))}
      />
      {values.phase === 'planned' ? (
        <PlannedFields values={values} form={form} set={set} />
      ) : (
        <TextField
          name="heldOn"
          type="date"
          label={t('interviews.form.heldOn')}
          value={values.heldOn}
          error={form.errorOf('heldOn')}
          onChange={(heldOn) => set({ heldOn })}
        />
      )}
      <SelectField
        name="conductorId"
        label={t('interviews.form.conductor')}
        value={values.conductorId}
        error={form.errorOf('conductorId')}
        onChange={(conductorId) => set({ conductorId })}
        options={[
          { value: '', label: t('interviews.form.choose') },
          ...advisers.map((one) => ({ value: one.userId, label: one.name })),
        ]}
      />
      <WayFields values={values} form={form} set={set} />
      {values.phase === 'held' && <ReportFields values={values} form={form} set={set} />}
    </Form>
  )
}

function PlannedFields({ values, form, set }: Part) {
  const t = useT()
  return (
    <>
      <TextField
        name="plannedOn"
        type="date"
        label={t('interviews.form.plannedOn')}
        hint={t('interviews.form.plannedHint')}
        value={values.plannedOn}
        error={form.errorOf('plannedOn')}
        onChange={(plannedOn) => set({ plannedOn })}
      />
      <TextField
        name="plannedTime"
        type="time"
        label={t('interviews.form.plannedTime')}
        isOptional
        value={values.plannedTime}
        error={form.errorOf('plannedTime')}
        onChange={(plannedTime) => set({ plannedTime })}
      />
    </>
  )
}

function WayFields({ values, form, set }: Part) {
  const t = useT()
  return (
    <>
      <RadioField
        name="way"
        label={t('interviews.form.way')}
        value={values.way}
        error={form.errorOf('way')}
        onChange={(chosen) => set({ way: INTERVIEW_WAYS.find((way) => way === chosen) ?? 'place' })}
        options={INTERVIEW_WAYS.map((value) => ({ value, label: t(`interviews.way.${value}`) }))}
      />
      <TextField
        name="place"
        label={t(`interviews.form.where.${values.way}`)}
        isOptional
        maxLength={200}
        value={values.place}
        error={form.errorOf('place')}
        onChange={(place) => set({ place })}
      />
    </>
  )
}

function ReportFields({ values, form, set }: Part) {
  const t = useT()
  return (
    <>
      <h2>{t('interviews.form.report')}</h2>
      <p>{t('interviews.form.reportHint')}</p>
      {REPORT_PARTS.map((part) => (
        <LongTextField
          key={part}
          name={`report.${part}`}
          label={t(`interviews.part.${part}`)}
          isOptional={part === 'agreed' || part === 'nextSteps'}
          value={values.report[part]}
          error={form.errorOf(`report.${part}`)}
          onChange={(text) => set({ report: { ...values.report, [part]: text } })}
        />
      ))}
    </>
  )
}
