import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { toScheme } from '../settings/index.ts'

export type SchemeView = HandlerOutput<(typeof contractsEndpoints)[0]>['schemes'][number]

interface Row {
  id: string
  code: string
  decidedOn: string
  base: ContributionScheme['base']
  period: ContributionScheme['period']
  monthlyFloorCents: bigint
  fixedMonthlyCents: bigint
  exemptMonths: number
  exemptStatuses: string[]
  deductedCosts: string[]
  tiers: [string | null, number][] | null
}

/**
 * The contribution schemes of the cooperative, the latest decision first; one of them when `id` is given.
 * Which one holds in a month is for the money to say: a later decision may have taken its place.
 */
export async function schemes(
  tx: Tx,
  ctx: Context,
  id?: string,
): Promise<{ id: string; scheme: ContributionScheme }[]> {
  const { rows } = await sql<Row>`
    select s.id, s.code, s.decided_on, s.base, s.period, s.monthly_floor_cents, s.fixed_monthly_cents,
           s.exempt_months, s.exempt_statuses, s.deducted_costs,
           (select jsonb_agg(jsonb_build_array(t.up_to_cents::text, t.rate_bp) order by t.position)
              from terreau.contribution_tier t
             where t.cooperative_id = s.cooperative_id and t.scheme_id = s.id) as tiers
      from terreau.contribution_scheme s
     where s.cooperative_id = ${ctx.cooperativeId} and ${id === undefined ? sql`true` : sql`s.id = ${id}`}
     order by s.decided_on desc, s.code`.execute(tx)
  return rows.map((row) => ({ id: row.id, scheme: toScheme(row) }))
}

/** A scheme as the wire carries it: rates are small numbers there. */
export function schemeView(scheme: ContributionScheme): Omit<SchemeView, 'id'> {
  const tiers = scheme.tiers.map((tier) => ({
    upToCents: tier.upToCents,
    rateBp: Number(tier.rateBp),
  }))
  const { exemptStatuses, deductedCosts } = scheme
  return {
    ...scheme,
    tiers,
    exemptStatuses: [...exemptStatuses],
    deductedCosts: [...deductedCosts],
  }
}
