import type { Cents } from '@terreau/domain/money/cents'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { type EngagementRole, engagementMeter } from '@terreau/domain/tutoring/engagement'
import type { HostForm } from '@terreau/domain/tutoring/hosts'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ownPersonIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'

/** Approved sessions of volunteering of a year, by whoever gave them. */
const approvedOf = (
  year: number,
) => sql`s.state = 'approved' and s.kind = 'volunteer' and s.cancelled_at is null
  and s.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`

/** The year of whoever is signed in, structure by structure. */
export async function ownEngagement(tx: Tx, ctx: Context, { year }: { year: number }) {
  const personIds = ownPersonIds(ctx)
  const { rows } = await sql<{
    name: string
    form: HostForm
    minutes: number
    declaredOn: string | null
    isGeneralInterest: boolean | null
    role: EngagementRole
  }>`select h.name, h.form, coalesce(g.minutes, 0)::int as minutes, e.declared_on, e.is_general_interest,
      coalesce(r.role, 'none') as role
    from terreau.host_structure h
    left join lateral (select sum(s.minutes) as minutes from terreau.tutoring_session s
      where s.cooperative_id = h.cooperative_id and s.host_id = h.id and s.tutor_person_id = any(${personIds}::uuid[])
        and ${approvedOf(year)}) g on true
    left join lateral (select x.role from terreau.engagement_role x
      where x.cooperative_id = h.cooperative_id and x.host_id = h.id and x.person_id = any(${personIds}::uuid[])
        and x.year = ${year} order by x.version desc limit 1) r on true
    left join lateral (select x.declared_on, x.is_general_interest from terreau.host_engagement x
      where x.cooperative_id = h.cooperative_id and x.host_id = h.id order by x.version desc limit 1) e on true
   where h.cooperative_id = ${ctx.cooperativeId} and (g.minutes > 0 or r.role <> 'none')
   order by lower(h.name), h.id`.execute(tx)
  const { hosts, yearCents, ceilingCents, ...meter } = engagementMeter(
    year,
    rows.map((row) => ({
      ...row,
      declaredOn: row.declaredOn === null ? null : localDate(row.declaredOn),
    })),
  )
  const money: { yearCents: Cents; ceilingCents: Cents } = {
    yearCents: cents(yearCents),
    ceilingCents: cents(ceilingCents),
  }
  return {
    year,
    hosts: hosts.map(({ name, form, minutes, role, refusals }) => ({
      name,
      form,
      minutes,
      role,
      refusals: [...refusals],
    })),
    minutes: meter.minutes,
    mostInOneMinutes: meter.mostInOneMinutes,
    leastMinutes: meter.leastMinutes,
    leastInOneMinutes: meter.leastInOneMinutes,
    ...money,
    verdict: meter.verdict,
    declareBy: meter.declareBy,
    attestBy: meter.attestBy,
  }
}

/** What is known of a structure, and who gave it hours in a year, by name. */
export async function hostEngagement(
  tx: Tx,
  ctx: Context,
  { hostId, year }: { hostId: string; year: number },
) {
  await requireHost(tx, ctx, hostId)
  const known = await lastFacts(tx, ctx, hostId)
  const { rows } = await sql<{
    personId: string
    personName: string
    minutes: number
    role: EngagementRole
  }>`select f.id as person_id, terreau.full_name(f.given_name, f.family_name) as person_name, sum(s.minutes)::int as minutes,
      coalesce((select x.role from terreau.engagement_role x
        where x.cooperative_id = f.cooperative_id and x.host_id = ${hostId} and x.person_id = f.id and x.year = ${year}
        order by x.version desc limit 1), 'none') as role
    from terreau.tutoring_session s
    join terreau.person p on p.cooperative_id = s.cooperative_id and p.id = s.tutor_person_id
    join terreau.person f on f.cooperative_id = p.cooperative_id and f.id = coalesce(p.merged_into_id, p.id)
   where s.cooperative_id = ${ctx.cooperativeId} and s.host_id = ${hostId} and ${approvedOf(year)}
   group by f.cooperative_id, f.id, f.given_name, f.family_name, f.search_name
   order by f.search_name collate "C", f.id`.execute(tx)
  return {
    declaredOn: known?.declaredOn ? localDate(known.declaredOn) : null,
    isGeneralInterest: known?.isGeneralInterest ?? null,
    people: rows,
  }
}

/** The facts that stand about a structure, if any were written. */
export function lastFacts(tx: Tx, ctx: Context, hostId: string) {
  return tx
    .selectFrom('hostEngagement')
    .select(['version', 'declaredOn', 'isGeneralInterest'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('hostId', '=', hostId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** 404 for a structure of another cooperative, or of none. */
export async function requireHost(tx: Tx, ctx: Context, hostId: string): Promise<{ name: string }> {
  const host = await tx
    .selectFrom('hostStructure')
    .select('name')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', hostId)
    .executeTakeFirst()
  return found(host)
}
