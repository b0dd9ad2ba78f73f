import { localDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../platform/db/transaction.ts'
import type { CapeFacts } from './fact-view.ts'

/** The CAPEs of these people that both sides have signed, oldest first. Others are void (C. com. L127-2). */
export async function capesOf(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
): Promise<Map<string, CapeFacts[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('contract as c')
    .innerJoin('activity as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'c.cooperativeId').onRef('a.id', '=', 'c.activityId'),
    )
    .select([
      'c.id',
      'c.number',
      'c.sequence',
      'c.startsOn',
      'c.endsOn',
      'c.activityId',
      'c.personId',
      'a.name',
    ])
    .where('c.cooperativeId', '=', cooperativeId)
    .where('c.personId', 'in', [...personIds])
    .where('c.kind', '=', 'CAPE')
    .where('c.state', '=', 'active')
    .orderBy('c.startsOn')
    .orderBy('c.number')
    .execute()
  const capes = rows.flatMap(({ sequence, startsOn, endsOn, name, ...row }) => {
    if (endsOn === null) return []
    const rank = sequence === 1 || sequence === 2 ? sequence : 0
    const dates = { startsOn: localDate(startsOn), endsOn: localDate(endsOn) }
    return [{ ...row, ...dates, sequence: rank, activityName: name } as const]
  })
  return Map.groupBy(capes, (cape) => cape.personId)
}
