import { canAny } from '@terreau/domain/access/permissions'
import { localDate } from '@terreau/domain/time/local-date'
import { type HelpEvent, rippleOf } from '@terreau/domain/tutoring/ripple'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ownPersonIds } from '../../../platform/own-person.ts'

/** Longer, neither the picture nor the table is read. */
const MOST_HELPERS = 100

/** Who helped whom over the years. Names are for who brings people together; others see counts. */
export async function ripple(tx: Tx, ctx: Context) {
  const { chains, ...counts } = rippleOf(await helpEvents(tx, ctx))
  if (ctx.actor.kind !== 'person' || !canAny(ctx.actor.roles, 'tutoring-need.read'))
    return { ...counts, years: [...counts.years], chains: null, moreHelpers: 0 }
  const shown = chains.slice(0, MOST_HELPERS)
  const names = await namesOf(tx, ctx, [
    ...new Set(shown.flatMap(({ id, helpedBy }) => [id, helpedBy?.id ?? id])),
  ])
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    ...counts,
    years: [...counts.years],
    chains: shown.map((helper) => ({
      ...helper,
      name: nameOf(helper.id),
      people: [...helper.people],
      helpedBy: helper.helpedBy && { ...helper.helpedBy, name: nameOf(helper.helpedBy.id) },
    })),
    moreHelpers: chains.length - shown.length,
  }
}

/**
 * The first and last confirmed day of each pair in each year, under the files that are kept: read from years, never
 * from sessions. The files are read once for both sides: joined twice, how many were read hung on their ids.
 */
async function helpEvents(tx: Tx, ctx: Context): Promise<HelpEvent[]> {
  const { rows } = await sql<{ tutorId: string; tuteeId: string; firstOn: string; lastOn: string }>`
    with file as materialized (
      select id, coalesce(merged_into_id, id) as kept_id from terreau.person where cooperative_id = ${ctx.cooperativeId})
    select t.kept_id as tutor_id, u.kept_id as tutee_id, y.first_on, y.last_on
      from terreau.help_year y
      join file t on t.id = y.tutor_person_id
      join file u on u.id = y.tutee_person_id
     where y.cooperative_id = ${ctx.cooperativeId} and y.first_on is not null and t.kept_id <> u.kept_id`.execute(
    tx,
  )
  return rows.flatMap(({ firstOn, lastOn, ...pair }) =>
    [...new Set([firstOn, lastOn])].map((on) => ({ ...pair, on: localDate(on) })),
  )
}

async function namesOf(tx: Tx, ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, terreau.full_name(p.given_name, p.family_name) as name from terreau.person p
     where p.cooperative_id = ${ctx.cooperativeId} and p.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** How many people whoever is signed in helped, and how many of them helped somebody else later on. */
export async function ownRipple(
  tx: Tx,
  ctx: Context,
): Promise<{ helped: number; nowHelping: number }> {
  const ids = ownPersonIds(ctx)
  const { rows } = await sql<{ helped: number; nowHelping: number }>`
    with mine as (
      select coalesce(u.merged_into_id, u.id) as id, min(y.first_on) as first_on
        from terreau.help_year y
        join terreau.person u on u.cooperative_id = y.cooperative_id and u.id = y.tutee_person_id
       where y.cooperative_id = ${ctx.cooperativeId} and y.tutor_person_id = any(${ids}::uuid[]) and y.first_on is not null
         and coalesce(u.merged_into_id, u.id) <> all(${ids}::uuid[])
       group by 1)
    select count(*)::int as helped, count(*) filter (where exists (
        select 1 from terreau.help_year y
         where y.cooperative_id = ${ctx.cooperativeId} and y.last_on > m.first_on
           and y.tutor_person_id in (select terreau.file_ids(${ctx.cooperativeId}, m.id))
           and y.tutee_person_id <> all(${ids}::uuid[])))::int as now_helping
      from mine m`.execute(tx)
  return rows[0] ?? { helped: 0, nowHelping: 0 }
}
