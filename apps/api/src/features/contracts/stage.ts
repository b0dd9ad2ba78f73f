import {
  type ContractualStage,
  contractualStage,
  type StagedContract,
} from '@terreau/domain/contracts/stage'
import { localDate } from '@terreau/domain/time/local-date'
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
    .selectFrom('contract')
    .select(['personId', 'kind', 'startsOn', 'endsOn', 'associateOn'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', [...personIds])
    .where('state', '=', 'active')
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
