import {
  type ContributionScheme,
  DEDUCTIBLE_COSTS,
  EXEMPT_STATUSES,
} from '@terreau/domain/contributions/scheme'
import { cents } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { localDate } from '@terreau/domain/time/local-date'

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
  }
}
