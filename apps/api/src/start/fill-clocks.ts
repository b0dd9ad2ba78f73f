import { sql } from 'kysely'
import { fillSomeClocks } from '../features/clocks/index.ts'
import { actAs } from '../platform/mutation.ts'
import type { Services } from '../platform/services.ts'

/** Contracts written before clocks were kept get theirs, once; nothing is left to do afterwards. */
export async function fillMissingClocks(services: Services): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from terreau.cooperative_ids() as id`.execute(services.db)
  for (const { id: cooperativeId } of rows) {
    const who = {
      actor: { kind: 'job', name: 'fill-clocks' },
      cooperativeId,
      requestId: 'start:clocks',
    } as const
    let after: string | null = null
    do {
      const { last }: { last: string | null } = await actAs(services, who, (ctx) =>
        fillSomeClocks(ctx, { after }),
      )
      after = last
    } while (after !== null)
  }
}
