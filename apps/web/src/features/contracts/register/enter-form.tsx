import { useState } from 'react'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { RadioField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { type HireToEnter, useEnterHire } from './queries.ts'

/** The mentions that no file holds yet (C. trav. D1221-23); names, birth, dates and permit come from it. */
export function EnterForm({ hire }: { hire: HireToEnter }) {
  const t = useT()
  const enter = useEnterHire(hire.contractId)
  const [nationality, setNationality] = useState(
    hire.isFrench ? t('staffRegister.missing.french') : '',
  )
  const [sex, setSex] = useState<'' | 'f' | 'm'>('')
  const [job, setJob] = useState(t('staffRegister.missing.jobOf', { activity: hire.activityName }))
  const [qualification, setQualification] = useState('')
  const [authorisation, setAuthorisation] = useState('')
  const [attempt, setAttempt] = useState(0)
  const missing = (text: string, words: string) => (text.trim() === '' ? words : null)
  const local = {
    nationality: missing(nationality, t('staffRegister.missing.nationalityMissing')),
    sex: missing(sex, t('staffRegister.missing.sexMissing')),
    job: missing(job, t('staffRegister.missing.jobMissing')),
    qualification: missing(qualification, t('staffRegister.missing.qualificationMissing')),
  }
  const isWrong = Object.values(local).some((text) => text !== null)
  const form = useFieldErrors(isWrong ? null : enter.error, attempt > 0 ? local : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if (isWrong || sex === '') return
    const authorisationOn = authorisation === '' ? null : authorisation
    enter.mutate({ nationality, sex, job, qualification, authorisationOn })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('staffRegister.missing.save')}
      isBusy={enter.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      {enter.error && !isWrong && !form.hasErrors && <ErrorBlock error={enter.error} />}
      <TextField
        name="nationality"
        label={t('staffRegister.missing.nationality')}
        value={nationality}
        error={form.errorOf('nationality')}
        onChange={setNationality}
      />
      <RadioField
        name="sex"
        label={t('staffRegister.missing.sex')}
        value={sex}
        error={form.errorOf('sex')}
        onChange={(text) => setSex(text === 'm' ? 'm' : 'f')}
        options={(['f', 'm'] as const).map((value) => ({
          value,
          label: t(`staffRegister.sex.${value}`),
        }))}
      />
      <TextField
        name="job"
        label={t('staffRegister.missing.job')}
        hint={t('staffRegister.missing.jobHint')}
        value={job}
        error={form.errorOf('job')}
        onChange={setJob}
      />
      <TextField
        name="qualification"
        label={t('staffRegister.missing.qualification')}
        hint={t('staffRegister.missing.qualificationHint')}
        value={qualification}
        error={form.errorOf('qualification')}
        onChange={setQualification}
      />
      <TextField
        name="authorisationOn"
        type="date"
        label={t('staffRegister.missing.authorisation')}
        value={authorisation}
        error={form.errorOf('authorisationOn')}
        onChange={setAuthorisation}
      />
    </Form>
  )
}
