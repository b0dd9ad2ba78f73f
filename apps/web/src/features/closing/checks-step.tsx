import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { useT } from '../../ui/staff/words.ts'
import { CheckPanel, checkId } from './check-panel.tsx'
import { DecisionNote } from './decision-note.tsx'
import { FineChecks } from './fine-checks.tsx'
import { type Checks, closingQueries } from './queries.ts'
import { stepHref } from './steps.ts'
import { useDecisions } from './use-decisions.ts'
import { usePrimaryKey } from './use-primary-key.ts'
import { VersionsPanel } from './versions-panel.tsx'

/** What stops the closing, then what deserves a look, each with the people concerned. */
export function ChecksStep({ month }: { month: string }) {
  const { data, error, refetch } = useQuery(closingQueries.checks(month))
  return (
    <>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <CheckList month={month} checks={data.checks} />}
    </>
  )
}

function CheckList({ month, checks }: { month: string; checks: Checks['checks'] }) {
  const t = useT()
  const mayClose = useCan('closing.close')
  const decisions = useDecisions(month)
  const [attempt, setAttempt] = useState(0)
  const [, navigate] = useLocation()
  const blocking = checks.filter((check) => check.level === 'blocking')
  const goOn = () => {
    if (blocking.length === 0) navigate(stepHref(month, 'preview'))
    else setAttempt((count) => count + 1)
  }
  usePrimaryKey(goOn)
  const lines = (attempt === 0 ? [] : blocking).map(({ code, count }) => ({
    name: checkId(code),
    text: t(`closing.check.${code}.title`, { count }),
  }))
  return (
    <>
      <ErrorSummary title={t('closing.checks.blockedTitle')} lines={lines} attempt={attempt} />
      <VersionsPanel month={month} />
      <p>{t('closing.checks.rule')}</p>
      {!mayClose && <p>{t('closing.checks.readOnly')}</p>}
      <DecisionNote decisions={decisions} />
      {checks.map((check) => (
        <CheckPanel key={check.code} check={check} decisions={mayClose ? decisions : null} />
      ))}
      <FineChecks found={checks.map((check) => check.code)} />
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          goOn()
        }}
      >
        <Button type="submit">{t('closing.checks.continue')}</Button>
      </form>
    </>
  )
}
