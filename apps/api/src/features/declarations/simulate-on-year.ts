import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import {
  type SimulatedMonth,
  type SimulatedPerson,
  type Simulation,
  simulateScheme,
} from '@terreau/domain/contributions/simulate'
import { cents } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { ruleFaults } from '../settings/index.ts'
import { hasSocialMinimum, statusesOf } from './contract-terms.ts'

interface Asked extends Omit<ContributionScheme, 'code' | 'decidedOn' | 'tiers'> {
  year: number
  tiers: readonly { upToCents: ContributionScheme['monthlyFloorCents'] | null; rateBp: number }[]
}

/**
 * What a scheme would have taken from the accepted declarations of a calendar year. Nothing changes, but the
 * journal keeps who asked what: many close questions in a row could point at one person.
 */
export const simulateOnYear = mutation<Asked, Simulation>({
  access: 'scheme.simulate',
  async run(tx, ctx, { year, ...asked }) {
    const errors = ruleFaults(asked)
    if (errors.length > 0) throw new ProblemError('request-invalid', undefined, errors)
    const tiers = asked.tiers.map((tier) => ({ ...tier, rateBp: rateBp(BigInt(tier.rateBp)) }))
    const scheme = { ...asked, tiers, code: '', decidedOn: ctx.today }
    const simulation = simulateScheme(scheme, await peopleOfYear(tx, ctx.cooperativeId, year))
    if (simulation === null) throw new ProblemError('simulation-too-few')
    return {
      value: simulation,
      audit: [
        {
          action: 'scheme.simulated',
          entity: { kind: 'scheme', id: String(year) },
          after: { year, ...asked },
        },
      ],
    }
  },
})

interface Row {
  personId: string
  activityId: string
  month: string
  revenueCents: bigint
  takenCents: bigint
  kind: 'CAPE' | 'CESA'
  startedOn: string
  associateOn: string | null
  hasSocialMinimum: boolean
  costs: Record<string, string> | null
}

async function peopleOfYear(
  tx: Tx,
  cooperativeId: string,
  year: number,
): Promise<SimulatedPerson[]> {
  const { rows } = await sql<Row>`
    with accepted as (
      select d.id, d.person_id, d.contract_id, a.activity_id, a.concerns_month as month,
             a.revenue_cents, a.contribution_cents
        from terreau.standing_acceptance a
        join terreau.declaration d on d.cooperative_id = a.cooperative_id and d.id = a.declaration_id
       where a.cooperative_id = ${cooperativeId}
         and a.concerns_month between ${`${year}-01`} and ${`${year}-12`}),
    months as (
      select person_id, activity_id, month, sum(revenue_cents) as revenue_cents,
             sum(contribution_cents) as taken_cents, min(contract_id::text)::uuid as contract_id
        from accepted group by person_id, activity_id, month),
    costs as (
      select person_id, activity_id, month, jsonb_object_agg(cost, cents) as costs
        from (select s.person_id, s.activity_id, s.month, l.cost, sum(l.cents)::text as cents
                from accepted s
                join (select declaration_id, category as cost, cost_cents as cents
                        from terreau.expense_line where cooperative_id = ${cooperativeId}
                      union all
                      select declaration_id, 'mileage', allowance_cents
                        from terreau.trip_line where cooperative_id = ${cooperativeId}) l
                  on l.declaration_id = s.id
               group by s.person_id, s.activity_id, s.month, l.cost) summed
       group by person_id, activity_id, month)
    select m.person_id, m.activity_id, m.month, m.revenue_cents::bigint, m.taken_cents::bigint, c.kind,
           c.associate_on, k.costs,
           coalesce((select min(f.starts_on) from terreau.contract f
             where f.cooperative_id = c.cooperative_id and f.person_id = c.person_id
               and f.activity_id = c.activity_id and f.state = 'active'
               and f.starts_on <= c.starts_on), c.starts_on) as started_on,
           ${hasSocialMinimum(sql`m.person_id`, sql`m.month`)} as has_social_minimum
      from months m
      join terreau.contract c on c.cooperative_id = ${cooperativeId} and c.id = m.contract_id
      left join costs k on k.person_id = m.person_id and k.activity_id = m.activity_id and k.month = m.month`.execute(
    tx,
  )
  const people = new Map<string, Map<string, SimulatedMonth[]>>()
  for (const row of rows) {
    const activities = people.get(row.personId) ?? new Map<string, SimulatedMonth[]>()
    activities.set(row.activityId, [...(activities.get(row.activityId) ?? []), toMonth(row)])
    people.set(row.personId, activities)
  }
  return [...people.values()].map((activities) => ({ activities: [...activities.values()] }))
}

function toMonth(row: Row): SimulatedMonth {
  const month = yearMonth(row.month)
  return {
    month,
    contractStartedOn: localDate(row.startedOn),
    statuses: statusesOf(row, month),
    revenueCents: cents(row.revenueCents),
    takenCents: cents(row.takenCents),
    costs: Object.fromEntries(
      Object.entries(row.costs ?? {}).map(([cost, amount]) => [cost, cents(BigInt(amount))]),
    ),
  }
}
