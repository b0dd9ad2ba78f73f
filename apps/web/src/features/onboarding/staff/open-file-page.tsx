import { fullName } from '@terreau/domain/names/full-name'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { problemOf } from '../../../lib/problem-error.ts'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { LookAlikes } from '../../../ui/staff/look-alikes.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { LeadStep } from './lead-step.tsx'
import { useOpenFile } from './mutations.ts'
import type { Lead } from './queries.ts'

const VAT_RATES = [2000, 1000, 550, 210, 0] as const

export function OpenFilePage() {
  return <LeadStep>{(lead) => <OpenFileForm lead={lead} />}</LeadStep>
}

/** Opens the file of somebody who is admitted; what is not known yet comes from their phone. */
function OpenFileForm({ lead }: { lead: Lead }) {
  const t = useT()
  const [, navigate] = useLocation()
  const open = useOpenFile(lead.id, lead.version)
  const [attempt, setAttempt] = useState(0)
  const [values, setValues] = useState({
    civility: '',
    bornOn: '',
    email: lead.email,
    phone: lead.phone,
    address: '',
    activity: '',
    vatRateBp: '2000',
  })
  const isAlike = problemOf(open.error)?.code === 'person-already-exists'
  const isNamed = values.activity.trim() !== ''
  const form = useFieldErrors(isAlike ? null : open.error, {
    'activity.name': attempt > 0 && !isNamed ? t('onboarding.open.activityMissing') : null,
  })
  const name = fullName(lead)
  const at = `/gestion/contacts/${lead.id}`
  const field = (key: keyof typeof values) => ({
    value: values[key],
    onChange: (text: string) => setValues({ ...values, [key]: text }),
  })
  const save = (isReallyNew: boolean) => {
    setAttempt((n) => n + 1)
    if (!isNamed) return
    const { civility, bornOn, email, phone, address } = values
    afterWrite(
      open.mutateAsync({
        civility: civility === 'Mme' || civility === 'M.' ? civility : '',
        bornOn: bornOn || null,
        email,
        phone,
        address,
        activity: {
          name: values.activity,
          vatRateBp: Number(values.vatRateBp),
          fiscalHorsepower: null,
        },
        isReallyNew,
      }),
      ({ personId }) => navigate(`/gestion/accueil/${personId}`),
    )
  }
  return (
    <>
      <PageHeader
        title={t('onboarding.open.title', { name })}
        subtitle={t('onboarding.open.hint')}
        back={{ href: at, label: name }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={() => save(false)}
        submitLabel={t('onboarding.open.save')}
        isBusy={open.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={at}>{t('common.cancel')}</Link>}
      >
        <TextField
          {...field('activity')}
          name="activity.name"
          label={t('onboarding.open.activity')}
          error={form.errorOf('activity.name')}
        />
        <SelectField
          {...field('vatRateBp')}
          name="activity.vatRateBp"
          label={t('onboarding.open.vatRate')}
          options={VAT_RATES.map((rate) => ({
            value: String(rate),
            label: t('onboarding.open.rate', { rate: String(rate / 100) }),
          }))}
        />
        <TextField
          {...field('email')}
          name="email"
          type="email"
          label={t('onboarding.form.email')}
          isOptional
          error={form.errorOf('email')}
        />
        <TextField
          {...field('phone')}
          name="phone"
          type="tel"
          label={t('onboarding.form.phone')}
          isOptional
          error={form.errorOf('phone')}
        />
        <SelectField
          {...field('civility')}
          name="civility"
          label={t('onboarding.open.civility')}
          isOptional
          options={[
            { value: '', label: t('onboarding.open.noCivility') },
            { value: 'Mme', label: t('onboarding.open.madam') },
            { value: 'M.', label: t('onboarding.open.sir') },
          ]}
        />
        <TextField
          {...field('bornOn')}
          name="bornOn"
          type="date"
          label={t('onboarding.open.bornOn')}
          isOptional
          error={form.errorOf('bornOn')}
        />
        <LongTextField
          {...field('address')}
          name="address"
          label={t('onboarding.open.address')}
          isOptional
        />
        {isAlike && (
          <LookAlikes
            typed={{
              givenName: lead.givenName,
              familyName: lead.familyName,
              email: values.email,
              phone: values.phone,
              exceptLeadId: lead.id,
              ...(values.bornOn ? { bornOn: values.bornOn } : {}),
            }}
            onIsNew={() => save(true)}
            isBusy={open.isPending}
          />
        )}
      </Form>
    </>
  )
}
