import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { FileField } from '../../ui/staff/file-field.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { LaterFile } from './later-file.tsx'
import { useAnswerCheck, useProveCheck, useRecordCheck } from './mutations.ts'
import type { HireCheck } from './queries.ts'

const KINDS = ['prefecture', 'job_seeker', 'student'] as const
const ANSWERS = ['no_answer', 'authentic', 'refused'] as const

interface ChecksPanelProps {
  personId: string
  checks: readonly HireCheck[]
  department: string
}

/** What was asked of the administration before a hire, and what came back. */
export function ChecksPanel({ personId, checks, department }: ChecksPanelProps) {
  const t = useT()
  const locale = useLocale()
  const waiting = checks.find((check) => check.kind === 'prefecture' && check.answer === null)
  const textOf = (check: HireCheck) => {
    const parts = [t(`rightToWork.checks.kinds.${check.kind}`), formatDate(check.doneOn, locale)]
    if (check.answer !== null) parts.push(t(`rightToWork.checks.answers.${check.answer}`))
    else if (check.silenceOn !== null) {
      const until = formatDate(check.silenceOn, locale)
      parts.push(t('rightToWork.checks.waiting', { until }))
    }
    if (check.documentId !== null) parts.push(t('rightToWork.checks.proved'))
    else if (check.kind === 'job_seeker') parts.push(t('rightToWork.checks.notProved'))
    return parts.join(' · ')
  }
  return (
    <section aria-label={t('rightToWork.checks.title')}>
      <h2>{t('rightToWork.checks.title')}</h2>
      {checks.length === 0 && <p className="dimmed">{t('rightToWork.checks.none')}</p>}
      <ul>
        {checks.map((check) => (
          <li key={check.id}>
            {textOf(check)}
            {check.documentId === null && <Proof personId={personId} check={check} />}
          </li>
        ))}
      </ul>
      {waiting && <AnswerForm checkId={waiting.id} />}
      <CheckForm personId={personId} department={department} />
    </section>
  )
}

function CheckForm({ personId, department }: { personId: string; department: string }) {
  const t = useT()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('prefecture')
  const [doneOn, setDoneOn] = useState(todayInZone())
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const record = useRecordCheck(personId)
  const form = useFieldErrors(record.error)
  const save = () => {
    setAttempt((n) => n + 1)
    afterWrite(record.mutateAsync({ kind, doneOn, file }), () => setFile(null))
  }
  const labels = {
    prefecture: t('rightToWork.checks.prefecture', { department }),
    job_seeker: t('rightToWork.checks.job_seeker'),
    student: t('rightToWork.checks.student'),
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('rightToWork.checks.save')}
      isBusy={record.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <SelectField
        name="check"
        label={t('rightToWork.checks.kind')}
        value={kind}
        onChange={(text) => setKind(KINDS.find((name) => name === text) ?? 'prefecture')}
        options={KINDS.map((name) => ({ value: name, label: labels[name] }))}
      />
      <TextField
        name="doneOn"
        type="date"
        label={t('rightToWork.checks.day')}
        value={doneOn}
        error={form.errorOf('doneOn')}
        onChange={setDoneOn}
      />
      <FileField
        name="proof"
        label={t('rightToWork.checks.proof')}
        hint={t('rightToWork.checks.proofHint')}
        error={form.errorOf('proof')}
        file={file}
        onFile={setFile}
      />
    </Form>
  )
}

/** A step that is recorded already gets its proof. */
function Proof({ personId, check }: { personId: string; check: HireCheck }) {
  const t = useT()
  return (
    <LaterFile
      name={`proof-${check.id}`}
      summary={t('rightToWork.checks.addProof')}
      label={t('rightToWork.checks.proof')}
      submitLabel={t('rightToWork.checks.saveProof')}
      add={useProveCheck(personId, check)}
    />
  )
}

function AnswerForm({ checkId }: { checkId: string }) {
  const t = useT()
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]>('no_answer')
  const [answeredOn, setAnsweredOn] = useState(todayInZone())
  const [attempt, setAttempt] = useState(0)
  const send = useAnswerCheck(checkId)
  const form = useFieldErrors(send.error)
  const save = () => {
    setAttempt((n) => n + 1)
    send.mutate({ answer, answeredOn })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('rightToWork.checks.saveAnswer')}
      isBusy={send.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <SelectField
        name="answer"
        label={t('rightToWork.checks.answer')}
        value={answer}
        onChange={(text) => setAnswer(ANSWERS.find((name) => name === text) ?? 'no_answer')}
        options={ANSWERS.map((name) => ({
          value: name,
          label: t(`rightToWork.checks.answers.${name}`),
        }))}
      />
      <TextField
        name="answeredOn"
        type="date"
        label={t('rightToWork.checks.answeredOn')}
        value={answeredOn}
        error={form.errorOf('answeredOn')}
        onChange={setAnsweredOn}
      />
    </Form>
  )
}
