import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { DatedProofForm } from './dated-proof-form.tsx'
import { FixedPartPanel } from './fixed-part-panel.tsx'
import { type Life, useDeclareHire, useRecordAssociate } from './queries.ts'

type Associate = NonNullable<Life['associate']>
type Hire = NonNullable<Life['hire']>

/** What only a CESA has: a fixed part (R7331-11), the share that makes an associate (L7331-3), the declared hire (R1221-4). */
export function CesaPanels({ contractId, life }: { contractId: string; life: Life }) {
  return (
    <>
      {life.paperFixedPart && (
        <FixedPartPanel contractId={contractId} life={life} noted={life.paperFixedPart} />
      )}
      {life.associate && (
        <AssociatePanel contractId={contractId} life={life} associate={life.associate} />
      )}
      {life.hire && <HirePanel contractId={contractId} hire={life.hire} />}
    </>
  )
}

function AssociatePanel(props: { contractId: string; life: Life; associate: Associate }) {
  const { contractId, life, associate } = props
  const { associateOn, deadlineOn, fileId } = associate
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('contract.create')
  const record = useRecordAssociate(contractId)
  const date = deadlineOn === null ? '' : formatDate(deadlineOn, locale)
  const isUnknown =
    associateOn === null && life.isInForce && deadlineOn !== null && deadlineOn < todayInZone()
  return (
    <section className="panel" aria-labelledby="associate">
      <h2 id="associate">{t('contractLife.associate.title')}</h2>
      {associateOn === null ? (
        <p>
          {t(isUnknown ? 'contractLife.associate.unknown' : 'contractLife.associate.deadline', {
            date,
          })}{' '}
          {!isUnknown && t('contractLife.associate.effect')}
        </p>
      ) : (
        <p>
          {t('contractLife.associate.done', { date: formatDate(associateOn, locale) })}{' '}
          {fileId !== null && (
            <a
              href={apiUrl('GET /contracts/:contractId/papers/:fileId', {
                params: { contractId, fileId },
              })}
            >
              {t('contractLife.associate.proof')}
            </a>
          )}
        </p>
      )}
      {life.trialEndsOn !== null && (
        <p>{t('contractLife.associate.trial', { date: formatDate(life.trialEndsOn, locale) })}</p>
      )}
      {mayWrite && associateOn === null && life.exit === null && (
        <details className="life-detail">
          <summary>{t('contractLife.associate.record')}</summary>
          <DatedProofForm
            id="association"
            dateName="associateOn"
            dateLabel={t('contractLife.associate.associateOn')}
            fileLabel={t('contractLife.associate.file')}
            fileHint={t('contractLife.associate.fileHint')}
            submitLabel={t('contractLife.associate.record')}
            isBusy={record.isPending}
            error={record.error}
            onSubmit={({ date: on, file }) => record.mutate({ associateOn: on, file })}
          />
        </details>
      )}
    </section>
  )
}

function HirePanel({ contractId, hire }: { contractId: string; hire: Hire }) {
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('contract.create')
  const { declared, opensOn, dueOn } = hire
  return (
    <section className="panel" aria-labelledby="hire">
      <h2 id="hire">{t('contractLife.hire.title')}</h2>
      <p>
        {t('contractLife.hire.window', {
          from: formatDate(opensOn, locale),
          to: formatDate(dueOn, locale),
        })}
      </p>
      {declared && (
        <p>
          {t('contractLife.hire.done', {
            date: formatDate(declared.on, locale),
            number: declared.receiptNumber,
          })}
        </p>
      )}
      {!declared && mayWrite && (
        <details className="life-detail">
          <summary>{t('contractLife.hire.record')}</summary>
          <HireForm contractId={contractId} />
        </details>
      )}
    </section>
  )
}

function HireForm({ contractId }: { contractId: string }) {
  const t = useT()
  const [declaredOn, setDeclaredOn] = useState(todayInZone())
  const [receiptNumber, setReceiptNumber] = useState('')
  const [attempt, setAttempt] = useState(0)
  const declare = useDeclareHire(contractId)
  const form = useFieldErrors(declare.error, {
    declaredOn: attempt > 0 && declaredOn === '' ? t('contractLife.date.missing') : null,
    receiptNumber:
      attempt > 0 && receiptNumber.trim() === '' ? t('fieldErrors.field-required') : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (declaredOn !== '' && receiptNumber.trim() !== '')
      declare.mutate({ declaredOn, receiptNumber })
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('contractLife.hire.record')}
      isBusy={declare.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <TextField
        name="declaredOn"
        type="date"
        label={t('contractLife.hire.declaredOn')}
        error={form.errorOf('declaredOn')}
        value={declaredOn}
        onChange={setDeclaredOn}
      />
      <TextField
        name="receiptNumber"
        label={t('contractLife.hire.receiptNumber')}
        error={form.errorOf('receiptNumber')}
        value={receiptNumber}
        onChange={setReceiptNumber}
      />
    </Form>
  )
}
