import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

interface CarriedFigure {
  activityId: string
  personId: string
  year: number
  contributionBaseCents: bigint
  km: number
  source: string
}

/** What a person brings from before the first month kept: bases of the year that scales need. */
export async function insertCarriedFigure(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  figure: CarriedFigure,
): Promise<void> {
  await tx
    .insertInto('carriedFigure')
    .values({ cooperativeId: ctx.cooperativeId, ...figure })
    .execute()
}

export async function deleteCarriedFigures(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom('carriedFigure')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .execute()
}
