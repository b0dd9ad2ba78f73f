import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../../lib/session.ts'
import { useFetched } from '../../../lib/use-fetched.ts'
import { phoneWords } from '../../../ui/phone/words.ts'
import { lateReceipts } from './keep/late-receipts.ts'
import { ownQueries } from './queries.ts'

/** The photos of receipts that are still on this phone. */
export function useLateReceipts() {
  const personId = useSession()?.personId ?? ''
  const { data = [] } = useQuery({
    queryKey: [...ownQueries.all, 'late-receipts', personId],
    queryFn: () => lateReceipts(personId),
    staleTime: 0,
  })
  return { personId, receipts: data }
}

/** Says which photos wait; what shows and sends them is fetched when there are any. */
export function LateReceipts({ month }: { month?: string }) {
  const { personId, receipts } = useLateReceipts()
  const shown = receipts.filter((one) => month === undefined || one.month === month)
  const { part: Notice } = useFetched(receipts.length > 0, open)
  return Notice && <Notice personId={personId} receipts={shown} />
}

async function open() {
  const [module] = await Promise.all([
    import('./late-receipts-notice.tsx'),
    phoneWords.need(['declarationsPhotos']),
  ])
  return module.LateReceiptsNotice
}
