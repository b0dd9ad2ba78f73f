import { formatDate, formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { Link } from 'wouter'
import { apiUrl } from '../../../lib/api.ts'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { FileField } from '../../../ui/staff/file-field.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { Contract } from '../queries.ts'
import { type Exit, type ExitStep, type Life, useKeepPaper, useTickStep } from './queries.ts'

/** An exit: why, since when, and what is left to do, each line with its state. */
export function ExitPanel(props: { contract: Contract; life: Life; exit: Exit }) {
  const { contract, exit } = props
  const t = useT()
  const locale = useLocale()
  const { reason, effectiveOn, termOn, note, confirmedAt, who, steps } = exit
  return (
    <section className="panel" aria-labelledby="exit">
      <h2 id="exit">{t('contractLife.exit.title')}</h2>
      <p>
        <strong>
          {t('contractLife.exit.ended', {
            date: formatDate(effectiveOn, locale),
            reason: t(`contractLife.exit.reason.${reason}`),
          })}
        </strong>{' '}
        {t('contractLife.exit.by', {
          date: formatInstant(confirmedAt, locale),
          who: who ?? t('contractLife.exit.bySignature'),
        })}
      </p>
      {termOn !== null && termOn !== effectiveOn && (
        <p>{t('contractLife.exit.term', { date: formatDate(termOn, locale) })}</p>
      )}
      {note !== '' && <p>{note}</p>}
      <h3>{t('contractLife.exit.steps')}</h3>
      {steps.every((step) => step.isDone) && <p>{t('contractLife.exit.allDone')}</p>}
      <ul className="exit-steps">
        {steps.map((step) => (
          <li key={step.step}>
            <StepLine contract={contract} step={step} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function StepLine({ contract, step }: { contract: Contract; step: ExitStep }) {
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('contract.create')
  const { isDone, nature, doneAt, who, note, fileId, attestationId } = step
  const name = t(`contractLife.exit.step.${step.step}`)
  const at = doneAt === null ? null : formatInstant(doneAt, locale)
  return (
    <>
      <p>
        <StatusBadge look={isDone ? 'success' : 'attention'}>
          {t(isDone ? 'contractLife.exit.derivedDone' : 'contractLife.exit.todo')}
        </StatusBadge>{' '}
        {name}
      </p>
      {at !== null && (
        <p className="dimmed">
          {t('contractLife.exit.stepDone', { date: at, who: who ?? t('contracts.page.someone') })}
          {note !== '' && ` : ${note}`}
        </p>
      )}
      {attestationId !== null && (
        <Link href={`/gestion/attestations/${attestationId}`}>
          {t('contractLife.exit.seeIssued')}
          <span className="visually-hidden"> {name}</span>
        </Link>
      )}
      {fileId !== null && (
        <a
          href={apiUrl('GET /contracts/:contractId/papers/:fileId', {
            params: { contractId: contract.id, fileId },
          })}
        >
          {t('contractLife.exit.seePaper')}
          <span className="visually-hidden"> {name}</span>
        </a>
      )}
      <Waiting step={step} />
      {!isDone && <Way contract={contract} step={step} />}
      {mayWrite && !isDone && nature === 'ticked' && (
        <details className="life-detail">
          <summary>{t('contractLife.exit.tickOf', { step: name })}</summary>
          <TickForm contractId={contract.id} step={step.step} />
        </details>
      )}
      {mayWrite && !isDone && nature === 'paper' && (
        <details className="life-detail">
          <summary>{t('contractLife.exit.storeOf', { step: name })}</summary>
          <PaperForm contractId={contract.id} step={step.step} />
        </details>
      )}
    </>
  )
}

/** What the state still lacks: months, or bodies to tell. */
function Waiting({ step: { step, waiting } }: { step: ExitStep }) {
  const t = useT()
  const locale = useLocale()
  if (waiting.length === 0) return null
  if (step === 'final_declaration')
    return (
      <p className="dimmed">
        {t('contractLife.exit.waitingMonths', {
          months: waiting.map((month) => formatMonth(month, locale)).join(', '),
        })}
      </p>
    )
  const bodies = waiting.map((body) =>
    t(
      body === 'urssaf'
        ? 'contractLife.notices.recipient.urssaf'
        : 'contractLife.notices.recipient.france_travail',
    ),
  )
  return (
    <p className="dimmed">{t('contractLife.exit.waitingBodies', { bodies: bodies.join(', ') })}</p>
  )
}

/** Papers that are issued here, by the name that the page of certificates gives them. */
const CERTIFICATES: Partial<Record<ExitStep['step'], string>> = {
  cape_certificate: 'periodes',
  work_certificate: 'travail',
  settlement_receipt: 'solde',
}

/** Where a step is done, when it is done on another page. */
function Way({ contract, step }: { contract: Contract; step: ExitStep }) {
  const t = useT()
  if (step.step === 'balance')
    return (
      <Link href={`/gestion/comptes/${contract.activityId}`}>
        {t('contractLife.exit.seeAccount')}
      </Link>
    )
  const type = CERTIFICATES[step.step]
  if (type === undefined) return null
  return (
    <Link href={`/gestion/attestations/emettre?type=${type}&personne=${contract.person.id}`}>
      {t('contractLife.exit.seeCertificates')}
      <span className="visually-hidden"> : {t(`contractLife.exit.step.${step.step}`)}</span>
    </Link>
  )
}

interface StepFormProps {
  contractId: string
  step: ExitStep['step']
}

function TickForm({ contractId, step }: StepFormProps) {
  const t = useT()
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const tick = useTickStep(contractId, step)
  const form = useFieldErrors(tick.error)
  const save = () => {
    setAttempt((n) => n + 1)
    tick.mutate({ note })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.exit.tick')}
      isBusy={tick.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name={`note-${step}`}
        label={t('contractLife.exit.note')}
        isOptional
        value={note}
        onChange={setNote}
      />
    </Form>
  )
}

function PaperForm({ contractId, step }: StepFormProps) {
  const t = useT()
  const [file, setFile] = useState<File | null>(null)
  const [attempt, setAttempt] = useState(0)
  const keep = useKeepPaper(contractId, step)
  const name = `file-${step}`
  const form = useFieldErrors(keep.error, {
    [name]: attempt > 0 && file === null ? t('contractLife.file.none') : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (file) keep.mutate({ file })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.exit.store')}
      isBusy={keep.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <FileField
        name={name}
        label={t('contractLife.exit.file')}
        hint={t('contractLife.exit.fileHint')}
        error={form.errorOf(name)}
        file={file}
        onFile={setFile}
      />
    </Form>
  )
}
