import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useSimulateScheme } from './mutations.ts'
import { settingsQueries } from './queries.ts'
import { EMPTY_SCHEME, readRules, type SchemeSlips, valuesOfScheme } from './scheme-form.ts'
import { SchemeRulesFields } from './scheme-rules-fields.tsx'
import { SimulationResult } from './simulation-result.tsx'
import { useSlipWords } from './use-slip-words.ts'

const HOME = '/gestion/reglages/contribution'
const YEARS = 3

/** Tries a rule on what was really declared in a year, before an assembly votes on it. */
export function SimulateSchemePage() {
  const t = useT()
  const locale = useLocale()
  const { data: schemes = [] } = useQuery(settingsQueries.schemes())
  const [values, setValues] = useState(EMPTY_SCHEME)
  const thisYear = Number(todayInZone().slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const [model, setModel] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [tried, setTried] = useState('')
  const simulate = useSimulateScheme()
  // An answer is that of the rule on screen, never of the one before a change or a refused try.
  const typed = JSON.stringify([year, values])
  const slips: SchemeSlips = {}
  const rules = readRules(values, locale, slips)
  const say = useSlipWords()
  const form = useFieldErrors(simulate.error, attempt > 0 ? say(slips) : {})
  const startFrom = (id: string) => {
    setModel(id)
    const scheme = schemes.find((one) => one.id === id)
    if (scheme) setValues(valuesOfScheme(scheme, locale))
  }
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back))
  return (
    <>
      <PageHeader
        title={t('schemes.simulation.title')}
        subtitle={t('schemes.simulation.hint')}
        back={{ href: HOME, label: t('schemes.title') }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={() => {
          setAttempt((n) => n + 1)
          if (Object.keys(slips).length > 0) return
          setTried(typed)
          simulate.mutate({ year: Number(year), ...rules })
        }}
        submitLabel={t('schemes.simulation.run')}
        isBusy={simulate.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <SelectField
          name="year"
          label={t('schemes.simulation.year')}
          value={year}
          error={form.errorOf('year')}
          onChange={setYear}
          options={years.map((value) => ({ value, label: value }))}
        />
        {schemes.length > 0 && (
          <SelectField
            name="model"
            label={t('schemes.simulation.model')}
            value={model}
            onChange={startFrom}
            options={[
              { value: '', label: t('schemes.simulation.noModel') },
              ...schemes.map((scheme) => ({ value: scheme.id, label: scheme.code })),
            ]}
          />
        )}
        <SchemeRulesFields
          values={values}
          form={form}
          onChange={(part) => setValues((now) => ({ ...now, ...part }))}
        />
      </Form>
      {simulate.data && tried === typed && <SimulationResult simulation={simulate.data} />}
    </>
  )
}
