import { formatRateBp } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'
import { useState } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { LongTextField, TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import {
  CLAUSES,
  type ConventionSlips,
  type ConventionValues,
  readConvention,
} from './convention-values.ts'
import type { ConventionBody } from './queries.ts'
import { SharesFields } from './shares-fields.tsx'

interface ConventionFormProps {
  start: ConventionValues
  cancelHref: string
  isBusy: boolean
  error: Error | null
  onSave: (body: ConventionBody) => void
}

/** The shares and the clauses of R7331-6. It can be saved with empty clauses, and not sent before they are written. */
export function ConventionForm({ start, cancelHref, isBusy, error, onSave }: ConventionFormProps) {
  const t = useT()
  const [values, setValues] = useState(start)
  const [attempt, setAttempt] = useState(0)
  const read = readConvention(values)
  const say = useSlipWords()
  const form = useFieldErrors(error, attempt > 0 && 'slips' in read ? say(read.slips) : {})
  const save = () => {
    setAttempt((n) => n + 1)
    if ('body' in read) onSave(read.body)
  }
  return (
    <Form
      onSubmit={save}
      submitLabel={t('activities.form.save')}
      isBusy={isBusy}
      summary={<ErrorSummary form={form} attempt={attempt} />}
      aside={<Link href={cancelHref}>{t('common.cancel')}</Link>}
    >
      <TextField
        name="startsOn"
        type="date"
        label={t('activities.form.startsOn')}
        value={values.startsOn}
        error={form.errorOf('startsOn')}
        onChange={(startsOn) => setValues((now) => ({ ...now, startsOn }))}
      />
      <SharesFields
        shares={values.shares}
        form={form}
        onChange={(shares) => setValues((now) => ({ ...now, shares }))}
      />
      {CLAUSES.map((name) => (
        <LongTextField
          key={name}
          name={`terms.${name}`}
          label={t(`activities.form.${name}`)}
          hint={name === 'paySplit' ? t('activities.form.paySplitHint') : undefined}
          value={values.terms[name]}
          error={form.errorOf(`terms.${name}`)}
          onChange={(text) =>
            setValues((now) => ({ ...now, terms: { ...now.terms, [name]: text } }))
          }
        />
      ))}
    </Form>
  )
}

function useSlipWords(): (slips: ConventionSlips) => Record<string, string> {
  const t = useT()
  const locale = useLocale()
  const ofShares = (slip: ConventionSlips['shares']) => {
    if (slip === undefined) return {}
    if (typeof slip === 'string') return { shares: t('activities.form.sharesTwo') }
    const rate = percentText(slip.missingPermille, locale)
    const key = slip.missingPermille > 0 ? 'sharesLeft' : 'sharesOver'
    return { shares: t(`activities.form.${key}`, { rate }) }
  }
  return ({ startsOn, shares, percent = [] }) => ({
    ...(startsOn === undefined ? {} : { startsOn: t('activities.form.startsOnMissing') }),
    ...Object.fromEntries(
      percent.map((index) => [`shares.${index}.sharePermille`, t('activities.form.shareWrong')]),
    ),
    ...ofShares(shares),
  })
}

/** Thousandths as a percent, without its sign. */
export function percentText(permille: number, locale: Locale): string {
  return formatRateBp(BigInt(Math.abs(permille)) * 10n, locale)
}
