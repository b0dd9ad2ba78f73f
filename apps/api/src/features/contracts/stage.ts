import {
  type ContractualStage,
  contractualStage,
  type StagedContract,
} from '@terreau/domain/contracts/stage'
import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/**
 * The contractual stage of each of these people today; every id asked for has an answer.
 * @public
 */
export async function contractualStages(
  tx: Tx,
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ContractualStage>> {
  const contracts = new Map<string, StagedContract[]>(personIds.map((id) => [id, []]))
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('contract as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.cooperativeId', '=', 'c.cooperativeId').onRef('p.id', '=', 'c.personId'),
    )
    .select(['c.kind', 'c.startsOn', 'c.endsOn', 'c.associateOn'])
    // The contracts of a file that was joined are those of the kept one.
    .select(sql<string>`coalesce(p.merged_into_id, p.id)`.as('personId'))
    .where('c.cooperativeId', '=', ctx.cooperativeId)
    .where(sql<string>`coalesce(p.merged_into_id, p.id)`, 'in', [...personIds])
    .where('c.state', '=', 'active')
    .execute()
  for (const row of rows)
    contracts.get(row.personId)?.push({
      kind: row.kind === 'CESA' ? 'CESA' : 'CAPE',
      startsOn: localDate(row.startsOn),
      endsOn: row.endsOn === null ? null : localDate(row.endsOn),
      associateOn: row.associateOn === null ? null : localDate(row.associateOn),
    })
  return new Map([...contracts].map(([id, of]) => [id, contractualStage(of, ctx.today)]))
}
