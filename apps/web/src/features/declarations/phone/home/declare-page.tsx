import { useQuery } from '@tanstack/react-query'
import { Redirect } from 'wouter'
import { Loading } from '../../../../ui/phone/loading.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { declareHref, monthsToDeclare } from '../month-links.ts'
import { ownQueries } from '../queries.ts'

/** The "Déclarer" tab: straight to the month to declare, else to what was declared. */
export function DeclarePage() {
  const t = useT()
  const { data, error, refetch } = useQuery(ownQueries.months())
  if (data === undefined) {
    return (
      <Page title={t('common.tabs.declare')} hasTabs>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    )
  }
  const [month] = monthsToDeclare(data.months)
  const target = month === undefined ? '/moi/declarations' : declareHref(month, data.months)
  return <Redirect to={target} replace />
}
