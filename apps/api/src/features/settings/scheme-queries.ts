import { CONTRIBUTION_BASES, CONTRIBUTION_PERIODS } from '@terreau/domain/contributions/scheme'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../platform/db/transaction.ts'

/** The contribution schemes, newest decision first, with their tiers in order. */
export async function listSchemes(tx: Tx, cooperativeId: string) {
  const schemes = await tx
    .selectFrom('contributionScheme as s')
    .selectAll('s')
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
  return schemes.map(({ cooperativeId: _cooperative, ...scheme }) => ({
    ...scheme,
    decidedOn: localDate(scheme.decidedOn),
    base: oneOf(CONTRIBUTION_BASES, scheme.base),
    period: oneOf(CONTRIBUTION_PERIODS, scheme.period),
    monthlyFloorCents: cents(scheme.monthlyFloorCents),
    fixedMonthlyCents: cents(scheme.fixedMonthlyCents),
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
