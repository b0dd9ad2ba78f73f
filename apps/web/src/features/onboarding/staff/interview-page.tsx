import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { INTERVIEW_RESULTS } from '@terreau/domain/pipeline/decision'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { useSession } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, RadioField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { LeadStep } from './lead-step.tsx'
import { useRecordInterview } from './mutations.ts'
import { type Lead, onboardingQueries } from './queries.ts'

export function InterviewPage() {
  return <LeadStep>{(lead) => <InterviewForm lead={lead} />}</LeadStep>
}

/** The individual interview: its day, who led it, the note, what it shows. */
function InterviewForm({ lead }: { lead: Lead }) {
  const t = useT()
  const [, navigate] = useLocation()
  const { data: advisers = [] } = useQuery(onboardingQueries.advisers)
  const record = useRecordInterview(lead.id, lead.version)
  const me = useSession()?.user.displayName
  const [attempt, setAttempt] = useState(0)
  const [heldOn, setHeldOn] = useState(todayInZone())
  const [chosenBy, setLedBy] = useState('')
  const [note, setNote] = useState('')
  const [found, setFound] = useState('')
  const ledBy = chosenBy || (advisers.find((one) => one.name === me)?.userId ?? '')
  const result = INTERVIEW_RESULTS.find((one) => one === found)
  const isTried = attempt > 0
  const form = useFieldErrors(record.error, {
    ledBy: isTried && ledBy === '' ? t('onboarding.interview.missing.ledBy') : null,
    note: isTried && note.trim() === '' ? t('onboarding.interview.missing.note') : null,
    result: isTried && result === undefined ? t('onboarding.interview.missing.result') : null,
  })
  const at = `/gestion/contacts/${lead.id}`
  const name = fullName(lead)
  const save = () => {
    setAttempt((n) => n + 1)
    if (result === undefined || ledBy === '' || note.trim() === '') return
    afterWrite(record.mutateAsync({ heldOn, ledBy, note, result }), () => navigate(at))
  }
  return (
    <>
      <PageHeader
        title={t('onboarding.interview.title', { name })}
        back={{ href: at, label: name }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('onboarding.interview.save')}
        isBusy={record.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={at}>{t('common.cancel')}</Link>}
      >
        <TextField
          name="heldOn"
          type="date"
          label={t('onboarding.interview.heldOn')}
          value={heldOn}
          error={form.errorOf('heldOn')}
          onChange={setHeldOn}
        />
        <SelectField
          name="ledBy"
          label={t('onboarding.interview.ledBy')}
          value={ledBy}
          error={form.errorOf('ledBy')}
          onChange={setLedBy}
          options={[
            { value: '', label: t('onboarding.act.choose') },
            ...advisers.map((one) => ({ value: one.userId, label: one.name })),
          ]}
        />
        <LongTextField
          name="note"
          label={t('onboarding.interview.note')}
          hint={t('onboarding.interview.noteHint')}
          value={note}
          error={form.errorOf('note')}
          onChange={setNote}
        />
        <RadioField
          name="result"
          label={t('onboarding.interview.result')}
          value={found}
          error={form.errorOf('result')}
          onChange={setFound}
          options={INTERVIEW_RESULTS.map((one) => ({
            value: one,
            label: t(`onboarding.interview.${one}`),
          }))}
        />
      </Form>
    </>
  )
}
