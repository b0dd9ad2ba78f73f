import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { BATCH_KINDS, hasMonths } from '@terreau/domain/attestations/kinds'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { afterWrite } from '../../../lib/after-write.ts'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { ErrorSummary } from '../../../ui/staff/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/staff/fields.tsx'
import { Form } from '../../../ui/staff/form.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useFieldErrors } from '../../../ui/staff/use-field-errors.ts'
import { ViewLinks } from '../../../ui/staff/view-links.tsx'
import { useT } from '../../../ui/staff/words.ts'
import '../attestations.css'
import { PreflightTable } from './preflight-table.tsx'
import { batchQueries, useStartBatch } from './queries.ts'
import { BATCH_VIEWS, GROUPS, useBatchChoice } from './use-batch-choice.ts'

/** Kind, period, people, what is missing; then one press issues for everybody who is ready. */
export function NewBatchPage() {
  const t = useT()
  const [, goTo] = useLocation()
  const choice = useBatchChoice()
  const { data, error, refetch } = useQuery({
    ...batchQueries.preflight(choice.query),
    enabled: !choice.isPending,
  })
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [sendsMails, setSendsMails] = useState(true)
  const [attempt, setAttempt] = useState(0)
  const ready = data?.people.filter((person) => person.isReady) ?? []
  const incomplete = data?.people.filter((person) => !person.isReady) ?? []
  const personIds = ready.map(({ personId }) => personId).filter((id) => !leftOut.has(id))
  const body = { kind: choice.kind, months: choice.months, personIds, sendsMails, locale: null }
  const intention = JSON.stringify(body)
  const { key } = useMemo(() => ({ intention, key: crypto.randomUUID() }), [intention])
  const start = useStartBatch(key)
  const isEmpty = personIds.length === 0
  const form = useFieldErrors(
    start.error,
    attempt > 0 && isEmpty
      ? { people: t(`attestations.batch.${ready.length === 0 ? 'nobody' : 'noneChosen'}`) }
      : {},
  )
  const submit = () => {
    setAttempt(attempt + 1)
    if (isEmpty) return
    afterWrite(start.mutateAsync(body), ({ id }) => goTo(`/gestion/attestations/lots/${id}`))
  }
  return (
    <div className="issue-page">
      <PageHeader
        title={t('attestations.batch.newTitle')}
        back={{ href: '/gestion/attestations/lots', label: t('attestations.batch.listTitle') }}
        hasError={form.hasErrors}
      />
      <Form
        onSubmit={submit}
        submitLabel={t('attestations.batch.start', { count: personIds.length })}
        isBusy={start.isPending}
        summary={<ErrorSummary form={form} attempt={attempt} />}
        aside={<span className="dimmed">{t('attestations.batch.effect')}</span>}
      >
        <SelectField
          name="kind"
          label={t('attestations.issue.kind')}
          value={choice.kind}
          onChange={(value) => choice.choose('kind', value)}
          options={BATCH_KINDS.map((value) => ({
            value,
            label: t(`attestations.kind.${value}`),
          }))}
        />
        {hasMonths(choice.kind) && (
          <div className="settlement-sum">
            <TextField
              name="from"
              type="month"
              label={t('attestations.batch.from')}
              value={choice.from}
              onChange={(value) => choice.choose('from', value)}
            />
            <TextField
              name="to"
              type="month"
              label={t('attestations.batch.to')}
              value={choice.to}
              onChange={(value) => choice.choose('to', value)}
            />
          </div>
        )}
        <SelectField
          name="group"
          label={t('attestations.batch.group')}
          value={choice.group}
          onChange={(value) => choice.choose('group', value)}
          options={GROUPS.map((value) => ({
            value,
            label: t(`attestations.batch.groups.${value}`),
          }))}
        />
        <TextField
          name="search"
          label={t('attestations.batch.search')}
          isOptional
          value={choice.q}
          onChange={(value) => choice.choose('q', value)}
        />
        {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
        {data === undefined && !error && <Loading />}
        {data && (
          <section
            id="people"
            className="batch-people"
            tabIndex={-1}
            aria-labelledby="people-title"
          >
            <h2 id="people-title">
              {t('attestations.batch.counts', {
                ready: ready.length,
                incomplete: incomplete.length,
              })}
            </h2>
            {data.isCut && <p>{t('attestations.batch.isCut')}</p>}
            {data.people.length === 0 ? (
              <EmptyState kind="filtered" title={t('attestations.batch.noPeople')} />
            ) : (
              <>
                <ViewLinks
                  label={t('attestations.batch.view.label')}
                  views={BATCH_VIEWS}
                  current={choice.view}
                  nameOf={(view) => t(`attestations.batch.view.${view}`)}
                />
                {choice.view === 'incompletes' && incomplete.length === 0 ? (
                  <EmptyState kind="filtered" title={t('attestations.batch.nothingMissing')} />
                ) : (
                  <PreflightTable
                    people={choice.view === 'toutes' ? data.people : incomplete}
                    kind={choice.kind}
                    leftOut={leftOut}
                    onLeaveOut={setLeftOut}
                  />
                )}
              </>
            )}
          </section>
        )}
        <Checkbox
          id="sendsMails"
          checked={sendsMails}
          onChange={(event) => setSendsMails(event.currentTarget.checked)}
          label={t('attestations.batch.sendsMails')}
          description={t('attestations.batch.sendsMailsHint')}
        />
      </Form>
    </div>
  )
}
