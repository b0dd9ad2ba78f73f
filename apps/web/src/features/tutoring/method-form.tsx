import {
  SKILL_LEVELS,
  type SkillLevel,
  VALUATION_METHODS,
} from '@terreau/domain/tutoring/valuation'
import { useState } from 'react'
import type { Api } from '../../lib/api.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, RadioField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useChooseMethod } from './mutations.ts'
import { scaled, unscaled } from './scaled-number.ts'

type Valuation = Api['GET /tutoring/hosts/:hostId/valuation']['response']

/** Coefficients have three decimals, amounts and rates two. */
const DECIMALS = { smic: 0, smic_by_level: 3, replacement: 2 } as const

/** Chooses how the structure values the time of a year. */
export function MethodForm({ of }: { of: Valuation }) {
  const t = useT()
  const before = of.choice
  const [method, setMethod] = useState(before?.method ?? of.methodBefore ?? 'smic')
  const [levels, setLevels] = useState<Record<SkillLevel, string>>(() => textsOf(before))
  const [rate, setRate] = useState(unscaled(before?.employerRateBp ?? null, 2))
  const [reason, setReason] = useState(before?.reason ?? '')
  const [attempt, setAttempt] = useState(0)
  const choose = useChooseMethod(of.host.id)
  const hasLevels = method !== 'smic'
  const values = Object.fromEntries(
    SKILL_LEVELS.map((level) => [level, scaled(levels[level], DECIMALS[method])]),
  )
  const employerRateBp = method === 'replacement' ? scaled(rate, 2) : null
  const wrong = t('tutoringValue.numberWrong')
  const local = {
    ...(hasLevels
      ? Object.fromEntries(
          SKILL_LEVELS.map((level) => [`level-${level}`, values[level] ? null : wrong]),
        )
      : {}),
    'employer-rate': method === 'replacement' && employerRateBp === null ? wrong : null,
  }
  const form = useFieldErrors(choose.error, attempt > 0 ? local : {})
  const submit = () => {
    setAttempt((n) => n + 1)
    const { simple, skilled, expert } = values
    const isWhole = simple && skilled && expert
    if (Object.values(local).some((error) => error !== null)) return
    const perLevel = hasLevels && isWhole ? { simple, skilled, expert } : null
    choose.mutate({ year: of.year, method, levels: perLevel, employerRateBp, reason })
  }
  return (
    <section aria-labelledby="chosen-method">
      <h2 id="chosen-method">{t('tutoringValue.choose', { year: of.year })}</h2>
      <Form
        onSubmit={submit}
        submitLabel={t('tutoringValue.submit')}
        isBusy={choose.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <RadioField
          name="method"
          label={t('tutoringValue.methodLabel')}
          value={method}
          onChange={(value) => {
            setMethod(VALUATION_METHODS.find((one) => one === value) ?? 'smic')
            setLevels(EMPTY)
          }}
          options={VALUATION_METHODS.map((value) => ({
            value,
            label: t(`tutoringValue.method.${value}`),
          }))}
        />
        {hasLevels &&
          SKILL_LEVELS.map((level) => (
            <TextField
              key={level}
              name={`level-${level}`}
              label={t(`tutoringValue.of.${method}`, { level: t(`tutoring.level.${level}`) })}
              value={levels[level]}
              onChange={(text) => setLevels({ ...levels, [level]: text })}
              error={form.errorOf(`level-${level}`)}
            />
          ))}
        {method === 'replacement' && (
          <TextField
            name="employer-rate"
            label={t('tutoringValue.employerRate')}
            value={rate}
            onChange={setRate}
            error={form.errorOf('employer-rate')}
          />
        )}
        <LongTextField
          name="reason"
          label={t('tutoringValue.reason')}
          hint={t('tutoringValue.reasonHint')}
          isOptional
          value={reason}
          onChange={setReason}
          error={form.errorOf('reason')}
        />
      </Form>
    </section>
  )
}

const EMPTY: Record<SkillLevel, string> = { simple: '', skilled: '', expert: '' }

function textsOf(choice: Valuation['choice']): Record<SkillLevel, string> {
  if (choice?.levels == null) return EMPTY
  const { simple, skilled, expert } = choice.levels
  const decimals = DECIMALS[choice.method]
  return {
    simple: unscaled(simple, decimals),
    skilled: unscaled(skilled, decimals),
    expert: unscaled(expert, decimals),
  }
}
