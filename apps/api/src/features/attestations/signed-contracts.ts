import type { Tx } from '../../platform/db/transaction.ts'

interface Wanted {
  cooperativeId: string
  personIds: readonly string[]
  kind: 'CAPE' | 'CESA'
}

/** The contracts of one kind that both sides have signed, oldest first. The others bind nobody. */
export function signedContracts(tx: Tx, { cooperativeId, personIds, kind }: Wanted) {
  return tx
    .selectFrom('contract as c')
    .innerJoin('activity as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'c.cooperativeId').onRef('a.id', '=', 'c.activityId'),
    )
    .select([
      'c.id',
      'c.number',
      'c.startsOn',
      'c.endsOn',
      'c.activityId',
      'c.personId',
      'a.name as activityName',
    ])
    .where('c.cooperativeId', '=', cooperativeId)
    .where('c.personId', 'in', [...personIds])
    .where('c.kind', '=', kind)
    .where('c.state', '=', 'active')
    .orderBy('c.startsOn')
    .orderBy('c.number')
}
