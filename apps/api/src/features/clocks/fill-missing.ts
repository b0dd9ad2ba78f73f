import { addDays } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { mutation } from '../../platform/mutation.ts'
import { DAYS_BACK, refreshClocks } from './refresh-clocks.ts'

const AT_ONCE = 500

/**
 * Writes the clocks of people whose contracts were written before clocks were kept, five hundred at a time;
 * answers whether there were as many.
 */
export const fillSomeClocks = mutation<{ after: string | null }, { last: string | null }>({
  access: 'system',
  async run(tx, ctx, { after }) {
    const since = addDays(ctx.today, -DAYS_BACK)
    const { rows } = await sql<{ personId: string }>`
      select distinct c.person_id
        from terreau.contract c
        join terreau.person p on p.cooperative_id = c.cooperative_id and p.id = c.person_id
       where c.cooperative_id = ${ctx.cooperativeId} and c.state = 'active'
         and (c.ends_on is null or c.ends_on >= ${since}::date)
         and ${after === null ? sql`true` : sql`c.person_id > ${after}::uuid`}
         and not exists (select 1 from terreau.legal_clock k
                          where k.cooperative_id = c.cooperative_id and k.person_id = coalesce(p.merged_into_id, p.id))
       order by c.person_id limit ${AT_ONCE}`.execute(tx)
    for (const { personId } of rows) await refreshClocks(tx, ctx, personId)
    const last = rows.length === AT_ONCE ? (rows.at(-1)?.personId ?? null) : null
    return { value: { last }, audit: 'unchanged' }
  },
})
