import {
  type ContributionScheme,
  DEDUCTIBLE_COSTS,
  EXEMPT_STATUSES,
} from '@terreau/domain/contributions/scheme'
import { type Cents, cents } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'

/** What `toScheme` reads, of `terreau.contribution_scheme s`. */
export const schemeColumns = sql`s.code, s.decided_on, s.base, s.period, s.monthly_floor_cents,
  s.fixed_monthly_cents, s.exempt_months, s.exempt_statuses, s.deducted_costs, s.negative_base,
  s.exemption_covers, s.exempt_below_cents, s.monthly_cap_cents, s.yearly_cap_cents,
  (select jsonb_agg(jsonb_build_array(t.up_to_cents::text, t.rate_bp) order by t.position)
     from terreau.contribution_tier t
    where t.cooperative_id = s.cooperative_id and t.scheme_id = s.id) as tiers`

/** A contribution scheme as SQL gives it; tiers are [upper bound in cents or null, basis points]. */
export interface SchemeRow {
  code: string
  decidedOn: string
  base: ContributionScheme['base']
  period: ContributionScheme['period']
  monthlyFloorCents: bigint
  fixedMonthlyCents: bigint
  exemptMonths: number
  exemptStatuses: string[]
  deductedCosts: string[]
  negativeBase: ContributionScheme['negativeBase']
  exemptionCovers: ContributionScheme['exemptionCovers']
  exemptBelowCents: bigint
  monthlyCapCents: bigint | null
  yearlyCapCents: bigint | null
  tiers: [string | null, number][] | null
}

export function toScheme(row: SchemeRow): ContributionScheme {
  return {
    code: row.code,
    decidedOn: localDate(row.decidedOn),
    base: row.base,
    period: row.period,
    tiers: (row.tiers ?? []).map(([upTo, rate]) => ({
      upToCents: upTo === null ? null : cents(BigInt(upTo)),
      rateBp: rateBp(BigInt(rate)),
    })),
    monthlyFloorCents: cents(row.monthlyFloorCents),
    fixedMonthlyCents: cents(row.fixedMonthlyCents),
    exemptMonths: row.exemptMonths,
    exemptStatuses: EXEMPT_STATUSES.filter((status) => row.exemptStatuses.includes(status)),
    deductedCosts: DEDUCTIBLE_COSTS.filter((cost) => row.deductedCosts.includes(cost)),
    negativeBase: row.negativeBase,
    exemptionCovers: row.exemptionCovers,
    exemptBelowCents: cents(row.exemptBelowCents),
    monthlyCapCents: capOf(row.monthlyCapCents),
    yearlyCapCents: capOf(row.yearlyCapCents),
  }
}

function capOf(amount: bigint | null): Cents | null {
  return amount === null ? null : cents(amount)
}

/** A scheme as the wire carries it: rates are small numbers there. */
export function schemeView(scheme: ContributionScheme) {
  return {
    ...scheme,
    tiers: scheme.tiers.map(({ upToCents, rateBp: rate }) => ({ upToCents, rateBp: Number(rate) })),
    exemptStatuses: [...scheme.exemptStatuses],
    deductedCosts: [...scheme.deductedCosts],
  }
}
