import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useCreateScheme } from './mutations.ts'
import { ReplacesFields } from './replaces-fields.tsx'
import { EMPTY_SCHEME, readScheme, type SchemeValues } from './scheme-form.ts'
import { SchemeRulesFields } from './scheme-rules-fields.tsx'
import { useSlipWords } from './use-slip-words.ts'

const HOME = '/gestion/reglages/contribution'

/** A decision of the general assembly. It is never changed after: another decision is another scheme. */
export function NewSchemePage() {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const [values, setValues] = useState(EMPTY_SCHEME)
  const [attempt, setAttempt] = useState(0)
  const create = useCreateScheme()
  const read = readScheme(values, locale)
  const say = useSlipWords()
  const form = useFieldErrors(create.error, attempt > 0 && 'slips' in read ? say(read.slips) : {})
  const change = (part: Partial<SchemeValues>) => setValues((now) => ({ ...now, ...part }))
  const field = (name: 'code' | 'decidedOn' | 'decisionReference') => ({
    name,
    value: values[name],
    error: form.errorOf(name),
    onChange: (value: string) => change({ [name]: value }),
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if ('body' in read) {
      afterWrite(create.mutateAsync(read.body), (approvalId) =>
        navigate(approvalId === null ? HOME : `/gestion/accords/${approvalId}`),
      )
    }
  }
  return (
    <>
      <PageHeader
        title={t('schemes.new')}
        subtitle={t('schemes.hint')}
        back={{ href: HOME, label: t('schemes.title') }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('settings.save')}
        isBusy={create.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={HOME}>{t('common.cancel')}</Link>}
      >
        <TextField {...field('code')} label={t('schemes.code')} hint={t('schemes.codeHint')} />
        <TextField {...field('decidedOn')} type="date" label={t('schemes.decidedOn')} />
        <TextField
          {...field('decisionReference')}
          label={t('schemes.decisionReference')}
          hint={t('schemes.decisionReferenceHint')}
        />
        <SchemeRulesFields values={values} form={form} onChange={change} />
        <ReplacesFields values={values} form={form} onChange={change} />
        <TextField
          name="appliesUntil"
          type="month"
          isOptional
          label={t('schemes.lastMonth')}
          hint={t('schemes.lastMonthHint')}
          value={values.appliesUntil}
          error={form.errorOf('appliesUntil')}
          onChange={(appliesUntil) => change({ appliesUntil })}
        />
      </Form>
    </>
  )
}
