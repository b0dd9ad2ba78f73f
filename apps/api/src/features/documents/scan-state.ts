import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { countUnscanned } from './unscanned.ts'

/** Whether an antivirus is configured, and what it has not answered, has stopped or never saw. */
export async function scanState(tx: Tx, { cooperativeId, services }: Context) {
  const rows = await tx
    .selectFrom('fileScan')
    .select((eb) => ['state', eb.fn.countAll<bigint>().as('count')])
    .where('cooperativeId', '=', cooperativeId)
    .where('state', '<>', 'clean')
    .groupBy('state')
    .execute()
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return {
    isConfigured: services.scanner !== null,
    waiting: count('waiting'),
    infected: count('infected'),
    unscanned: await countUnscanned(tx, cooperativeId),
  }
}
