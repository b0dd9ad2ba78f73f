import { Alert } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { canHoldCopy, hasMonths, ISSUABLE_KINDS } from '@terreau/domain/attestations/kinds'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { RadioField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import './attestations.css'
import { AskedFor } from './asked-for.tsx'
import { FactsPreview } from './facts-preview.tsx'
import { MonthChoice } from './month-choice.tsx'
import { useIssueAttestation } from './mutations.ts'
import { PersonPicker } from './person-picker.tsx'
import { type AttestationDetail, attestationQueries, type Facts } from './queries.ts'
import { ReasonFields } from './reason-fields.tsx'
import { SettlementFields } from './settlement-fields.tsx'
import { type IssueChoice, useIssueChoice } from './use-issue-choice.ts'
import { REASONS, useReason } from './use-reason.ts'
import { useSettlement } from './use-settlement.ts'

/** The last one is the French text followed by its translation. */
const LANGUAGES = ['fr', 'en', 'both'] as const
/** Who misuses a document gets no other one in its place. */
const REPLACE_REASONS = REASONS.filter((one) => one !== 'misuse')

/** One certificate, or one in the place of another: the same page, which then knows kind and person. */
export function IssuePage() {
  const { replacesId } = useIssueChoice()
  const { data, error, refetch } = useQuery(attestationQueries.detail(replacesId))
  if (replacesId === '') return <IssueForm replaced={null} />
  if (data) return <IssueForm replaced={data} />
  return error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />
}

/** Kind, person, months, the values with their sources, then the act. From a person's page: two presses. */
function IssueForm({ replaced }: { replaced: AttestationDetail | null }) {
  const t = useT()
  const [, goTo] = useLocation()
  const { kind, personId, months, choose } = useIssueChoice()
  const why = useReason()
  const { data: facts, error, refetch } = useQuery(attestationQueries.facts(kind, personId, months))
  const [language, setLanguage] = useState('')
  const offered = LANGUAGES.filter((one) => one !== 'both' || canHoldCopy(kind))
  const chosen =
    offered.find((one) => one === language) ??
    (replaced?.copyLocale ? 'both' : (replaced?.locale ?? facts?.person.locale ?? 'fr'))
  const isProvisional = facts?.months.some((row) => row.isChosen && row.closing === null) === true
  const settlement = useSettlement(kind === 'settlement_receipt')
  const body = {
    kind,
    personId,
    months: [...months],
    isProvisional,
    ...(chosen === 'both' ? { locale: 'fr' as const, copy: 'en' as const } : { locale: chosen }),
    ...(settlement.body && { settlement: settlement.body }),
  }
  const intention = JSON.stringify([body, why.text])
  // Another intention is another key; the same one keeps its key, whatever the network does.
  const { key } = useMemo(() => ({ intention, key: crypto.randomUUID() }), [intention])
  const issue = useIssueAttestation(key)
  const [attempt, setAttempt] = useState(0)
  const isPersonMissing = personId === ''
  const isBlocked = facts?.canIssue !== true
  const local = {
    ...(replaced && why.errors),
    person: isPersonMissing ? t('attestations.issue.personMissing') : null,
    ...settlement.errors,
    facts: !isPersonMissing && isBlocked ? t('attestations.issue.cannot') : null,
  }
  const form = useFieldErrors(issue.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt(attempt + 1)
    if (isPersonMissing || isBlocked || Object.values(settlement.errors).some(Boolean)) return
    if (replaced !== null && why.text === null) return
    const replaces = replaced && { attestationId: replaced.id, reason: why.text ?? '' }
    afterWrite(issue.mutateAsync({ body, replaces }), ({ id }) =>
      goTo(`/gestion/attestations/${id}`),
    )
  }
  return (
    <div className="issue-page">
      <PageHeader
        title={
          replaced
            ? t('attestations.replace.title', { number: replaced.number })
            : t('attestations.issue.title')
        }
        back={{ href: '/gestion/attestations', label: t('attestations.detail.back') }}
        hasError={form.hasErrors}
      />
      {replaced ? <Replaced attestation={replaced} /> : <AskedFor personId={personId} />}
      <Form
        onSubmit={submit}
        submitLabel={
          replaced
            ? t('attestations.replace.submit', { number: replaced.number })
            : t(`attestations.issue.submitKind.${kind}`)
        }
        isBusy={issue.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={
          <span className="dimmed">
            {t(replaced ? 'attestations.replace.effect' : 'attestations.issue.effect')}
          </span>
        }
      >
        {replaced ? (
          <ReasonFields why={why} form={form} offered={REPLACE_REASONS} />
        ) : (
          <KindAndPerson
            kind={kind}
            person={facts?.person.id === personId ? facts.person : null}
            personError={form.errorOf('person')}
            choose={choose}
          />
        )}
        {facts && hasMonths(kind) && (
          <MonthChoice
            kind={kind}
            offered={facts.months}
            chosen={months}
            error={form.errorOf('months')}
            onChoose={(some) => choose({ months: some })}
          />
        )}
        {kind === 'settlement_receipt' && (
          <SettlementFields draft={settlement.draft} form={form} onChange={settlement.setDraft} />
        )}
        <RadioField
          name="locale"
          label={t('attestations.issue.locale')}
          value={chosen}
          onChange={setLanguage}
          options={offered.map((value) => ({ value, label: t(`attestations.language.${value}`) }))}
        />
        {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
        {facts && personId !== '' && <FactsPreview facts={facts} error={form.errorOf('facts')} />}
      </Form>
    </div>
  )
}

function KindAndPerson({
  kind,
  person,
  personError,
  choose,
}: Pick<IssueChoice, 'kind' | 'choose'> & {
  person: Facts['person'] | null
  personError: string | null
}) {
  const t = useT()
  return (
    <>
      <RadioField
        name="kind"
        label={t('attestations.issue.kind')}
        value={kind}
        onChange={(value) => choose({ kind: ISSUABLE_KINDS.find((one) => one === value) ?? kind })}
        options={ISSUABLE_KINDS.map((value) => ({ value, label: t(`attestations.kind.${value}`) }))}
      />
      <PersonPicker
        person={person}
        error={personError}
        onChoose={(id) => choose({ personId: id })}
      />
    </>
  )
}

/** What the old one was, and what becomes of it. */
function Replaced({ attestation }: { attestation: AttestationDetail }) {
  const t = useT()
  const { kind, number, personName: name, state } = attestation
  return (
    <>
      <p>{t('attestations.replace.what', { kind: t(`attestations.kind.${kind}`), name })}</p>
      {state === 'issued' ? (
        <p>{t('attestations.replace.consequences', { number })}</p>
      ) : (
        <Alert color="red" icon={<IconBan aria-hidden />}>
          {t('attestations.replace.gone')}
        </Alert>
      )}
    </>
  )
}
