import {
  CONTRIBUTION_BASES,
  CONTRIBUTION_PERIODS,
  DEDUCTIBLE_COSTS,
  EXEMPT_STATUSES,
} from '@terreau/domain/contributions/scheme'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'

/** The contribution schemes, newest decision first, with their tiers in order. */
export async function listSchemes(tx: Tx, cooperativeId: string) {
  const schemes = await tx
    .selectFrom('contributionScheme as s')
    .leftJoin('contributionScheme as next', (join) =>
      join
        .onRef('next.cooperativeId', '=', 's.cooperativeId')
        .onRef('next.replacesId', '=', 's.id'),
    )
    .selectAll('s')
    .select(['next.code as nextCode', 'next.appliesFrom as nextFrom'])
    .select((eb) =>
      eb
        .selectFrom('contract as c')
        .select((c) => c.fn.countAll<bigint>().as('n'))
        .whereRef('c.cooperativeId', '=', 's.cooperativeId')
        .whereRef('c.schemeId', '=', 's.id')
        .as('contractCount'),
    )
    .where('s.cooperativeId', '=', cooperativeId)
    .orderBy('s.decidedOn', 'desc')
    .orderBy('s.code')
    .execute()
  const tiers = await tx
    .selectFrom('contributionTier')
    .select(['schemeId', 'upToCents', 'rateBp'])
    .where('cooperativeId', '=', cooperativeId)
    .orderBy('position')
    .execute()
  return schemes.map((scheme) => ({
    id: scheme.id,
    code: scheme.code,
    decidedOn: localDate(scheme.decidedOn),
    decisionReference: scheme.decisionReference,
    base: oneOf(CONTRIBUTION_BASES, scheme.base),
    period: oneOf(CONTRIBUTION_PERIODS, scheme.period),
    monthlyFloorCents: cents(scheme.monthlyFloorCents),
    fixedMonthlyCents: cents(scheme.fixedMonthlyCents),
    exemptMonths: scheme.exemptMonths,
    exemptStatuses: EXEMPT_STATUSES.filter((one) => scheme.exemptStatuses.includes(one)),
    deductedCosts: DEDUCTIBLE_COSTS.filter((one) => scheme.deductedCosts.includes(one)),
    replaces:
      scheme.replacesId === null || scheme.appliesFrom === null
        ? null
        : { schemeId: scheme.replacesId, fromMonth: yearMonth(scheme.appliesFrom) },
    replacedBy:
      scheme.nextCode === null || scheme.nextFrom === null
        ? null
        : { code: scheme.nextCode, fromMonth: yearMonth(scheme.nextFrom) },
    contractCount: Number(scheme.contractCount ?? 0n),
    tiers: tiers
      .filter((tier) => tier.schemeId === scheme.id)
      .map(({ upToCents, rateBp }) => ({
        upToCents: upToCents === null ? null : cents(upToCents),
        rateBp,
      })),
  }))
}

/** The column's own check allows these and nothing else. */
function oneOf<T extends string>(known: readonly T[], text: string): T {
  const value = known.find((one) => one === text)
  if (value === undefined) throw new Error(`${text} is not one of ${known.join(', ')}`)
  return value
}
