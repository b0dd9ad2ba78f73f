import {
  CHANNELS,
  FACT_KINDS,
  FACTS,
  OTHER_JOBS,
  SOCIAL_STATUSES,
  UNKNOWN,
} from '@terreau/domain/pipeline/facts'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../../lib/after-write.ts'
import { countryChoices } from '../../../lib/countries.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { todayInZone } from '../../../lib/today.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { type Choice, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useRecordFact } from './mutations.ts'
import type { Welcome } from './queries.ts'

type Fact = Welcome['facts'][number]
type Kind = Fact['kind']

/** What is known, each with its day and who said it, and the form that adds a fact. */
export function FactsPanel({ welcome }: { welcome: Welcome }) {
  const t = useT()
  const locale = useLocale()
  const textOf = useFactText()
  const mayWrite = useCan('onboarding.manage')
  const columns: Column<Fact>[] = [
    {
      key: 'fact',
      header: t('onboarding.welcome.fact'),
      cell: (fact) => t(`onboarding.welcome.factName.${fact.kind}`),
    },
    {
      key: 'value',
      header: t('onboarding.welcome.value'),
      cell: (fact) => textOf(fact.kind, fact.value),
    },
    {
      key: 'since',
      header: t('onboarding.welcome.since'),
      cell: (fact) => formatDate(fact.validFrom, locale),
    },
    {
      key: 'who',
      header: t('onboarding.welcome.who'),
      cell: (fact) => t(`onboarding.welcome.saidBy.${fact.saidBy}`),
    },
  ]
  return (
    <div>
      <h2 id="facts" tabIndex={-1}>
        {t('onboarding.welcome.facts')}
      </h2>
      {welcome.facts.length === 0 ? (
        <p>{t('onboarding.welcome.noFacts')}</p>
      ) : (
        <DataTable
          caption={t('onboarding.welcome.facts')}
          columns={columns}
          rows={welcome.facts}
          rowKey={(fact) => `${fact.kind} ${fact.recordedAt}`}
        />
      )}
      {mayWrite && <FactForm personId={welcome.personId} />}
    </div>
  )
}

function FactForm({ personId }: { personId: string }) {
  const t = useT()
  const record = useRecordFact(personId)
  const choices = useFactChoices()
  const [kind, setKind] = useState<Kind>('project')
  const [value, setValue] = useState('')
  const [validFrom, setValidFrom] = useState(todayInZone())
  const [attempt, setAttempt] = useState(0)
  const form = useFieldErrors(record.error, {
    value: attempt > 0 && value.trim() === '' ? t('onboarding.welcome.valueMissing') : null,
  })
  const options = choices(kind)
  const save = () => {
    setAttempt((n) => n + 1)
    if (value.trim() === '') return
    const done = () => {
      setValue('')
      setAttempt(0)
    }
    afterWrite(record.mutateAsync({ kind, value: value.trim(), validFrom }), done)
  }
  const frame = {
    name: 'value',
    label: t('onboarding.welcome.value'),
    value,
    error: form.errorOf('value'),
    onChange: setValue,
  }
  const languages = kind === 'languages' ? t('onboarding.welcome.codesHint') : undefined
  return (
    <Form
      onSubmit={save}
      submitLabel={t('onboarding.welcome.saveFact')}
      isBusy={record.isPending}
      summary={<ErrorSummary form={form} attempt={attempt} />}
    >
      <SelectField
        name="fact"
        label={t('onboarding.welcome.factForm')}
        value={kind}
        onChange={(text) => {
          setKind(FACT_KINDS.find((one) => one === text) ?? 'project')
          setValue('')
        }}
        options={FACT_KINDS.map((one) => ({
          value: one,
          label: t(`onboarding.welcome.factName.${one}`),
        }))}
      />
      {options === null ? (
        <TextField {...frame} hint={languages} />
      ) : (
        <SelectField
          {...frame}
          options={[{ value: '', label: t('onboarding.act.choose') }, ...options]}
        />
      )}
      <TextField
        name="validFrom"
        type="date"
        label={t('onboarding.welcome.since')}
        value={validFrom}
        error={form.errorOf('validFrom')}
        onChange={setValidFrom}
      />
    </Form>
  )
}

/** The list of a fact that has one; null for free text. */
function useFactChoices(): (kind: Kind) => Choice[] | null {
  const t = useT()
  const locale = useLocale()
  const unknown = { value: UNKNOWN, label: t('onboarding.welcome.unknown') }
  return (kind) => {
    const last = FACTS[kind].mayBeUnknown ? [unknown] : []
    switch (kind) {
      case 'project_country':
        return [...countryChoices(locale, []), ...last]
      case 'channel':
        return CHANNELS.map((one) => ({
          value: one,
          label: t(`onboarding.welcome.channel.${one}`),
        }))
      case 'social_status': {
        const label = (one: (typeof SOCIAL_STATUSES)[number]) =>
          t(`onboarding.welcome.socialStatus.${one}`)
        return [...SOCIAL_STATUSES.map((one) => ({ value: one, label: label(one) })), ...last]
      }
      case 'other_job':
        return OTHER_JOBS.map((one) => ({
          value: one,
          label: t(`onboarding.welcome.otherJob.${one}`),
        }))
      default:
        return null
    }
  }
}

/** A value as people read it. */
function useFactText(): (kind: Kind, value: string) => string {
  const t = useT()
  const locale = useLocale()
  const choices = useFactChoices()
  return (kind, value) => {
    if (value === UNKNOWN) return t('onboarding.welcome.unknown')
    if (kind === 'languages') {
      const names = new Intl.DisplayNames(locale, { type: 'language' })
      return value
        .split(',')
        .map((code) => names.of(code) ?? code)
        .join(', ')
    }
    return choices(kind)?.find((choice) => choice.value === value)?.label ?? value
  }
}
