import { fullName } from '@terreau/domain/names/full-name'
import { DECISION_REASONS, WITHDRAWAL_REASONS } from '@terreau/domain/pipeline/decision'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import {
  CheckField,
  LongTextField,
  RadioField,
  SelectField,
  TextField,
} from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { LeadStep } from './lead-step.tsx'
import { useRecordAct } from './mutations.ts'
import type { Lead } from './queries.ts'

const ACTS = ['attend', 'admit', 'postpone', 'refuse', 'withdraw', 'reopen'] as const
const STOPS: readonly string[] = ['postpone', 'refuse', 'withdraw']
const LETTERS: readonly string[] = ['admit', 'postpone', 'refuse']

export function ActPage() {
  return <LeadStep>{(lead) => <ActForm lead={lead} />}</LeadStep>
}

/** What happened on a day. A decision has its reason, and a letter in the person's words. */
function ActForm({ lead }: { lead: Lead }) {
  const t = useT()
  const [, navigate] = useLocation()
  const record = useRecordAct(lead.id, lead.version)
  const [attempt, setAttempt] = useState(0)
  const [chosen, setChosen] = useState('')
  const [doneOn, setDoneOn] = useState(todayInZone())
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [isMailed, setMailed] = useState(lead.email !== '')
  const act = ACTS.find((one) => one === chosen)
  const reasons = chosen === 'withdraw' ? WITHDRAWAL_REASONS : DECISION_REASONS
  const form = useFieldErrors(record.error, {
    act: attempt > 0 && act === undefined ? t('onboarding.act.missing') : null,
  })
  const at = `/gestion/contacts/${lead.id}`
  const save = () => {
    setAttempt((n) => n + 1)
    if (act === undefined) return
    const known = reasons.find((one) => one === reason) ?? null
    afterWrite(record.mutateAsync({ act, doneOn, reason: known, words, isMailed }), () =>
      navigate(at),
    )
  }
  return (
    <>
      <PageHeader
        title={t('onboarding.act.title', { name: fullName(lead) })}
        back={{ href: at, label: fullName(lead) }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('onboarding.act.save')}
        isBusy={record.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={at}>{t('common.cancel')}</Link>}
      >
        <RadioField
          name="act"
          label={t('onboarding.act.what')}
          value={chosen}
          error={form.errorOf('act')}
          onChange={setChosen}
          options={ACTS.filter((one) => lead.acts.includes(one)).map((one) => ({
            value: one,
            label: t(`onboarding.act.${one}`),
          }))}
        />
        <TextField
          name="doneOn"
          type="date"
          label={t('onboarding.act.doneOn')}
          value={doneOn}
          error={form.errorOf('doneOn')}
          onChange={setDoneOn}
        />
        {STOPS.includes(chosen) && (
          <SelectField
            name="reason"
            label={t('onboarding.act.reason')}
            hint={t('onboarding.act.retention')}
            value={reason}
            error={form.errorOf('reason')}
            onChange={setReason}
            options={[
              { value: '', label: t('onboarding.act.choose') },
              ...reasons.map((one) => ({ value: one, label: t(`onboarding.reason.${one}`) })),
            ]}
          />
        )}
        {chosen !== '' && (
          <LongTextField
            name="words"
            label={t('onboarding.act.words')}
            hint={LETTERS.includes(chosen) ? t('onboarding.act.wordsHint') : undefined}
            isOptional
            value={words}
            error={form.errorOf('words')}
            onChange={setWords}
          />
        )}
        {LETTERS.includes(chosen) && lead.email !== '' && (
          <CheckField
            name="isMailed"
            label={t('onboarding.act.isMailed')}
            isChecked={isMailed}
            onChange={setMailed}
          />
        )}
      </Form>
    </>
  )
}
