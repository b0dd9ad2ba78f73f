import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { LogSessionForm } from './log-session-form.tsx'
import { type Logged, LoggedNotice } from './logged-notice.tsx'
import { tutoringQueries } from './queries.ts'

/** Logging the usual session: open, look, save. */
export function LogSessionPage() {
  const t = useT()
  const [logged, setLogged] = useState<Logged | null>(null)
  const { data, error, refetch } = useQuery(tutoringQueries.home())
  if (logged !== null) {
    return (
      <Page title={t('tutoringPhone.sent.title')} back="/tutorat">
        <LoggedNotice logged={logged} />
      </Page>
    )
  }
  if (data === undefined) {
    return (
      <Page title={t('tutoringPhone.log.title')} back="/tutorat">
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    )
  }
  return <LogSessionForm home={data} onLogged={setLogged} />
}
