import { useQuery } from '@tanstack/react-query'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { useT } from '../../ui/phone/words.ts'
import { MySimulator } from './my-simulator.tsx'
import { payQueries } from './queries.ts'

/** "I have" or "I want": an estimate of a pay, in words. */
export function MySimulatorPage() {
  const t = useT()
  const available = useQuery(payQueries.available())
  // Without the account the simulator still works: its field is then empty.
  if (available.isPending) {
    return (
      <Page title={t('salaryPhone.title')} back="/moi/argent">
        <Loading />
      </Page>
    )
  }
  return <MySimulator availableCents={available.data ?? null} />
}
