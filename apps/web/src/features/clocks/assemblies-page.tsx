import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useLocale } from '../../lib/locale.ts'
import { useCan } from '../../lib/session.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../ui/staff/error-summary.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Form } from '../../ui/staff/form.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useFieldErrors } from '../../ui/staff/use-field-errors.ts'
import { useT } from '../../ui/staff/words.ts'
import { type Assembly, clockQueries, useRecordAssembly, useWithdrawAssembly } from './queries.ts'
import { SettleForm } from './settle-form.tsx'

/** The assemblies that approved the accounts, and whose balance of variable pay is still due (R7331-12). */
export function AssembliesPage() {
  const t = useT()
  const mayWrite = useCan('closing.close')
  const { data, error, refetch } = useQuery(clockQueries.assemblies())
  return (
    <>
      <PageHeader
        title={t('assemblies.title')}
        subtitle={t('assemblies.hint')}
        back={{ href: '/gestion/reglages', label: t('settings.back') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <EmptyState kind="first" title={t('assemblies.empty')} />}
      {data?.map((assembly) => (
        <AssemblyPanel key={assembly.heldOn} assembly={assembly} mayWrite={mayWrite} />
      ))}
      {data && mayWrite && <RecordForm />}
    </>
  )
}

function AssemblyPanel({ assembly, mayWrite }: { assembly: Assembly; mayWrite: boolean }) {
  const t = useT()
  const locale = useLocale()
  const withdraw = useWithdrawAssembly(assembly.heldOn)
  const { heldOn, dueOn, firstMonth, lastMonth, isLate, reference, settled, waiting } = assembly
  const look = waiting.length === 0 ? 'success' : isLate ? 'danger' : 'attention'
  return (
    <section className="panel" aria-labelledby={`assembly-${heldOn}`}>
      <h2 id={`assembly-${heldOn}`}>
        {t('assemblies.heldOn', { date: formatDate(heldOn, locale) })}
      </h2>
      <p>
        {t('assemblies.year', {
          from: formatMonth(firstMonth, locale),
          to: formatMonth(lastMonth, locale),
        })}
      </p>
      {reference !== '' && <p className="dimmed">{reference}</p>}
      <p>
        <StatusBadge look={look}>
          {waiting.length === 0
            ? t('assemblies.allPaid', { count: settled })
            : t('assemblies.waiting', { count: waiting.length })}
        </StatusBadge>{' '}
        {t('assemblies.dueOn', { date: formatDate(dueOn, locale) })}
      </p>
      {withdraw.error && <ErrorBlock error={withdraw.error} />}
      {waiting.length > 0 && (
        <ul>
          {waiting.map((one) => (
            <li key={one.contractId}>
              <a href={`/gestion/contrats/${one.contractId}`}>
                {one.personName} · {one.contractNumber}
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && waiting.length > 0 && <SettleForm assembly={assembly} />}
      {mayWrite && settled === 0 && (
        <Button variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('assemblies.withdraw')}
        </Button>
      )}
    </section>
  )
}

function RecordForm() {
  const t = useT()
  const record = useRecordAssembly()
  const [heldOn, setHeldOn] = useState('')
  const [reference, setReference] = useState('')
  const [lastMonth, setLastMonth] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isMissing = attempt > 0 && heldOn === ''
  const form = useFieldErrors(record.error, {
    heldOn: isMissing ? t('assemblies.dayMissing') : null,
  })
  const save = () => {
    setAttempt((n) => n + 1)
    if (heldOn === '') return
    const done = () => {
      setHeldOn('')
      setReference('')
      setLastMonth('')
      setAttempt(0)
    }
    const year = lastMonth === '' ? {} : { lastMonth }
    afterWrite(record.mutateAsync({ heldOn, reference: reference.trim(), ...year }), done)
  }
  return (
    <section aria-labelledby="record-assembly">
      <h2 id="record-assembly">{t('assemblies.record')}</h2>
      <Form
        onSubmit={save}
        submitLabel={t('assemblies.save')}
        isBusy={record.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
      >
        <TextField
          name="heldOn"
          type="date"
          label={t('assemblies.day')}
          value={heldOn}
          error={form.errorOf('heldOn')}
          onChange={setHeldOn}
        />
        <TextField
          name="lastMonth"
          type="month"
          label={t('assemblies.lastMonth')}
          hint={t('assemblies.lastMonthHint')}
          value={lastMonth}
          error={form.errorOf('lastMonth')}
          onChange={setLastMonth}
        />
        <TextField
          name="reference"
          label={t('assemblies.reference')}
          hint={t('assemblies.referenceHint')}
          maxLength={200}
          value={reference}
          error={form.errorOf('reference')}
          onChange={setReference}
        />
      </Form>
    </section>
  )
}
