import { ORIGINS } from '@terreau/domain/pipeline/decision'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import type { Api } from '../../../lib/api.ts'
import type { FieldErrors } from '../../../lib/field-errors.ts'
import { problemOf } from '../../../lib/problem-error.ts'
import { todayInZone } from '../../../lib/today.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { LookAlikes } from '../../../ui/staff/look-alikes.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { useCreateLead } from './mutations.ts'

type NewLead = Omit<Api['POST /leads']['body'], 'isReallyNew'>

const EMPTY: NewLead = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  locale: 'fr',
  consentedOn: '',
  origin: 'prescriber',
  originName: '',
}

/** Notes somebody who asked: a name, a way to reach them, consent, origin. */
export function NewLeadPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const [lead, setLead] = useState<NewLead>({ ...EMPTY, consentedOn: todayInZone() })
  const [attempt, setAttempt] = useState(0)
  const create = useCreateLead()
  const isAlike = problemOf(create.error)?.code === 'person-already-exists'
  const local = {
    familyName: lead.familyName.trim() ? null : t('onboarding.form.missing.familyName'),
    consentedOn: lead.consentedOn ? null : t('onboarding.form.missing.consentedOn'),
  }
  const form = useFieldErrors(isAlike ? null : create.error, attempt > 0 ? local : {})
  const save = (isReallyNew: boolean) => {
    setAttempt((n) => n + 1)
    if (Object.values(local).some((error) => error !== null)) return
    const open = ({ id }: { id: string }) => navigate(`/gestion/contacts/${id}`)
    afterWrite(create.mutateAsync({ ...lead, isReallyNew }), open)
  }
  return (
    <>
      <PageHeader
        title={t('onboarding.form.title')}
        subtitle={t('onboarding.form.hint')}
        back={{ href: '/gestion/contacts', label: t('onboarding.back') }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={() => save(false)}
        submitLabel={t('onboarding.form.save')}
        isBusy={create.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href="/gestion/contacts">{t('common.cancel')}</Link>}
      >
        <LeadFields lead={lead} form={form} onChange={(part) => setLead({ ...lead, ...part })} />
        {isAlike && (
          <LookAlikes
            typed={{
              givenName: lead.givenName,
              familyName: lead.familyName,
              email: lead.email,
              phone: lead.phone,
            }}
            onIsNew={() => save(true)}
            isBusy={create.isPending}
          />
        )}
      </Form>
    </>
  )
}

interface LeadFieldsProps {
  lead: NewLead
  form: FieldErrors
  onChange: (part: Partial<NewLead>) => void
}

function LeadFields({ lead, form, onChange }: LeadFieldsProps) {
  const t = useT()
  const field = (name: 'givenName' | 'familyName' | 'email' | 'phone' | 'originName') => ({
    name,
    label: t(`onboarding.form.${name}`),
    value: lead[name],
    error: form.errorOf(name),
    onChange: (text: string) => onChange({ [name]: text }),
  })
  return (
    <>
      <TextField {...field('familyName')} hint={t('onboarding.form.nameHint')} />
      <TextField {...field('givenName')} isOptional />
      <TextField {...field('phone')} type="tel" hint={t('onboarding.form.phoneHint')} isOptional />
      <TextField {...field('email')} type="email" isOptional />
      <SelectField
        name="locale"
        label={t('onboarding.form.locale')}
        value={lead.locale}
        onChange={(text) => onChange({ locale: text === 'en' ? 'en' : 'fr' })}
        options={[
          { value: 'fr', label: t('onboarding.form.french') },
          { value: 'en', label: t('onboarding.form.english') },
        ]}
      />
      <TextField
        name="consentedOn"
        type="date"
        label={t('onboarding.form.consentedOn')}
        value={lead.consentedOn}
        error={form.errorOf('consentedOn')}
        onChange={(consentedOn) => onChange({ consentedOn })}
      />
      <SelectField
        name="origin"
        label={t('onboarding.form.origin')}
        value={lead.origin}
        onChange={(text) => onChange({ origin: ORIGINS.find((one) => one === text) ?? 'other' })}
        options={ORIGINS.map((one) => ({ value: one, label: t(`onboarding.origin.${one}`) }))}
      />
      <TextField {...field('originName')} isOptional={lead.origin !== 'prescriber'} />
    </>
  )
}
