import { CHANNELS, type Channel } from '@terreau/domain/pipeline/facts'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from './context.ts'

/** How a person wants to be reached, as it was last said; `person` is the id of their file, as SQL. */
export function channelOf(
  { cooperativeId, today }: Pick<Context, 'cooperativeId' | 'today'>,
  person: RawBuilder<unknown>,
): RawBuilder<string | null> {
  return sql<string | null>`(select v.value from terreau.person_fact v
    where v.cooperative_id = ${cooperativeId} and v.kind = 'channel' and v.valid_from <= ${today}::date
      and v.person_id in (select terreau.file_ids(${cooperativeId}, ${person}))
    order by v.valid_from desc, v.recorded_at desc, v.n desc limit 1)`
}

/** The channel that a stored fact names; null for none. */
export function readChannel(value: string | null): Channel | null {
  return CHANNELS.find((one) => one === value) ?? null
}
