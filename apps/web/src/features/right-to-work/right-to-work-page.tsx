import { useQuery } from '@tanstack/react-query'
import { permitRule } from '@terreau/domain/right-to-work/permit-kinds'
import { useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { LooksTable } from '../../ui/staff/looks-table.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { AnswerBlock } from './answer-block.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { DecisionForm } from './decision-form.tsx'
import { EndForm } from './end-form.tsx'
import { PermitFacts } from './permit-facts.tsx'
import { ProlongForm } from './prolong-form.tsx'
import { rightToWorkQueries } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { ScansPanel } from './scans-panel.tsx'

/** What a person's paper allows, what was done before a hire, who looked, and what a person decided. */
export function RightToWorkPage() {
  const t = useT()
  const { personId = '' } = useParams()
  // A contract that waits for a decision links here with its kind and its first day.
  const [asked] = useSearchParams()
  const [day, setDay] = useState(asked.get('jour') ?? '')
  const on = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined
  const { data, error, refetch } = useQuery(rightToWorkQueries.person(personId, on))
  if (error && !data) return <ErrorBlock error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { permit } = data
  return (
    <>
      <PageHeader
        title={t('rightToWork.title', { name: data.person.name })}
        subtitle={t('rightToWork.guarded')}
        back={{ href: `/gestion/personnes/${personId}`, label: data.person.name }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      <PermitFacts personId={personId} permit={permit} isJobSeeker={data.isJobSeekerTold} />
      {permit?.isEndToState && <EndForm permitId={permit.id} />}
      {permit?.validUntil && permitRule(permit.kind).isPermit && (
        <ProlongForm permitId={permit.id} isOpen={permit.alert === 0} />
      )}
      <RecordForm personId={personId} isOpen={permit === null} />
      <ScansPanel personId={personId} permit={permit} sent={data.sentPapers} />
      <div className="form">
        <TextField
          name="on"
          type="date"
          label={t('rightToWork.dayLabel')}
          value={day === '' ? data.on : day}
          onChange={setDay}
        />
      </div>
      {data.answers.map((answer) => (
        <AnswerBlock key={answer.contract} answer={answer} />
      ))}
      <ChecksPanel personId={personId} checks={data.checks} department={data.department} />
      <DecisionForm
        personId={personId}
        on={data.on}
        contract={asked.get('contrat') === 'CAPE' ? 'CAPE' : 'CESA'}
      />
      <LooksTable personId={personId} />
    </>
  )
}
