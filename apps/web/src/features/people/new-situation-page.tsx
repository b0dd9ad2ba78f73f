import { useQuery } from '@tanstack/react-query'
import { fullName } from '@terreau/domain/names/full-name'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { afterWrite } from '../../lib/after-write.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { useRecordSituation } from './mutations.ts'
import { peopleQueries } from './queries.ts'

/** The months during which somebody receives a minimum income, as a proof says. */
export function NewSituationPage() {
  const t = useT()
  const [, navigate] = useLocation()
  const { personId = '' } = useParams()
  const { data: file, error, refetch } = useQuery(peopleQueries.file(personId))
  const [values, setValues] = useState({ fromMonth: '', toMonth: '', proof: '' })
  const [attempt, setAttempt] = useState(0)
  const record = useRecordSituation(personId)
  const local = {
    fromMonth: values.fromMonth === '' ? t('people.situations.missingMonth') : null,
    proof: values.proof.trim() === '' ? t('people.situations.missingProof') : null,
  }
  const form = useFieldErrors(record.error, attempt > 0 ? local : {})
  if (error && !file) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!file) return <Loading />
  const name = fullName(file)
  const href = `/gestion/personnes/${personId}`
  const field = (key: keyof typeof values) => ({
    name: key,
    value: values[key],
    error: form.errorOf(key),
    onChange: (value: string) => setValues((now) => ({ ...now, [key]: value })),
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (Object.values(local).some((wrong) => wrong !== null)) return
    afterWrite(
      record.mutateAsync({ ...values, kind: 'social_minimum', toMonth: values.toMonth || null }),
      () => navigate(`${href}?onglet=account`),
    )
  }
  return (
    <>
      <PageHeader
        title={t('people.situations.newTitle', { name })}
        subtitle={t('people.situations.newHint')}
        back={{ href, label: name }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={save}
        submitLabel={t('people.situations.save')}
        isBusy={record.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<Link href={href}>{t('common.cancel')}</Link>}
      >
        <TextField {...field('fromMonth')} type="month" label={t('people.situations.fromMonth')} />
        <TextField
          {...field('toMonth')}
          type="month"
          isOptional
          label={t('people.situations.toMonth')}
          hint={t('people.situations.toMonthHint')}
        />
        <TextField
          {...field('proof')}
          label={t('people.situations.proof')}
          hint={t('people.situations.proofHint')}
        />
      </Form>
    </>
  )
}
