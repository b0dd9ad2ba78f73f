import { useQuery } from '@tanstack/react-query'
import { ISSUABLE_KINDS } from '@terreau/domain/attestations/kinds'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { RadioField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import './attestations.css'
import { AskedFor } from './asked-for.tsx'
import { FactsPreview } from './facts-preview.tsx'
import { MonthChoice } from './month-choice.tsx'
import { useIssueAttestation } from './mutations.ts'
import { PersonPicker } from './person-picker.tsx'
import { attestationQueries } from './queries.ts'
import { SettlementFields } from './settlement-fields.tsx'
import { useIssueChoice } from './use-issue-choice.ts'
import { useSettlement } from './use-settlement.ts'

const LOCALES = ['fr', 'en'] as const

/** Kind, person, months, the values with their sources, then the act. From a person's page: two presses. */
export function IssuePage() {
  const t = useT()
  const [, goTo] = useLocation()
  const { kind, personId, months, choose } = useIssueChoice()
  const { data: facts, error, refetch } = useQuery(attestationQueries.facts(kind, personId, months))
  const [language, setLanguage] = useState('')
  const locale = LOCALES.find((one) => one === language) ?? facts?.person.locale ?? 'fr'
  const isProvisional = facts?.months.some((row) => row.isChosen && row.closing === null) === true
  const settlement = useSettlement(kind === 'settlement_receipt')
  const body = {
    kind,
    personId,
    months: [...months],
    isProvisional,
    locale,
    ...(settlement.body && { settlement: settlement.body }),
  }
  const intention = JSON.stringify(body)
  // Another intention is another key; the same one keeps its key, whatever the network does.
  const { key } = useMemo(() => ({ intention, key: crypto.randomUUID() }), [intention])
  const issue = useIssueAttestation(key)
  const [attempt, setAttempt] = useState(0)
  const isPersonMissing = personId === ''
  const isBlocked = facts?.canIssue !== true
  const local = {
    person: isPersonMissing ? t('attestations.issue.personMissing') : null,
    ...settlement.errors,
    facts: !isPersonMissing && isBlocked ? t('attestations.issue.cannot') : null,
  }
  const form = useFieldErrors(issue.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt(attempt + 1)
    if (isPersonMissing || isBlocked || Object.values(settlement.errors).some(Boolean)) return
    issue.mutate(body, { onSuccess: ({ id }) => goTo(`/gestion/attestations/${id}`) })
  }
  return (
    <div className="issue-page">
      <PageHeader
        title={t('attestations.issue.title')}
        back={{ href: '/gestion/attestations', label: t('attestations.detail.back') }}
        hasError={form.hasErrors}
      />
      <AskedFor personId={personId} />
      <Form
        onSubmit={submit}
        submitLabel={t(`attestations.issue.submitKind.${kind}`)}
        isBusy={issue.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<span className="dimmed">{t('attestations.issue.effect')}</span>}
      >
        <RadioField
          name="kind"
          label={t('attestations.issue.kind')}
          value={kind}
          onChange={(value) =>
            choose({ kind: ISSUABLE_KINDS.find((one) => one === value) ?? kind })
          }
          options={ISSUABLE_KINDS.map((value) => ({
            value,
            label: t(`attestations.kind.${value}`),
          }))}
        />
        <PersonPicker
          person={facts?.person.id === personId ? facts.person : null}
          error={form.errorOf('person')}
          onChoose={(id) => choose({ personId: id })}
        />
        {facts && kind === 'monthly_income' && (
          <MonthChoice
            offered={facts.months}
            chosen={months}
            error={form.errorOf('months')}
            onChoose={(chosen) => choose({ months: chosen })}
          />
        )}
        {kind === 'settlement_receipt' && (
          <SettlementFields draft={settlement.draft} form={form} onChange={settlement.setDraft} />
        )}
        <RadioField
          name="locale"
          label={t('attestations.issue.locale')}
          value={locale}
          onChange={setLanguage}
          options={LOCALES.map((value) => ({ value, label: t(`attestations.language.${value}`) }))}
        />
        {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
        {facts && personId !== '' && <FactsPreview facts={facts} error={form.errorOf('facts')} />}
      </Form>
    </div>
  )
}
