import { localDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../platform/db/transaction.ts'
import type { CapeFacts } from './fact-view.ts'
import { signedContracts } from './signed-contracts.ts'

/** The CAPEs of these people that both sides have signed, oldest first. Others are void (C. com. L127-2). */
export async function capesOf(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
): Promise<Map<string, CapeFacts[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await signedContracts(tx, { cooperativeId, personIds, kind: 'CAPE' })
    .select('c.sequence')
    .execute()
  const capes = rows.flatMap(({ sequence, startsOn, endsOn, ...row }) => {
    if (endsOn === null) return []
    const rank = sequence === 1 || sequence === 2 ? sequence : 0
    const dates = { startsOn: localDate(startsOn), endsOn: localDate(endsOn) }
    return [{ ...row, ...dates, sequence: rank } as const]
  })
  return Map.groupBy(capes, (cape) => cape.personId)
}
