import { firstDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { lastClosedDay } from './queries.ts'

/**
 * A decision takes the place of another once, from a month in which nothing was computed with the other:
 * after the last closed month, without an accepted declaration, and after the other one began itself.
 */
export async function checkReplaced(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  replaces: { schemeId: string; fromMonth: YearMonth },
): Promise<void> {
  const { schemeId, fromMonth } = replaces
  const row = await tx
    .selectFrom('contributionScheme as s')
    .select((eb) => [
      's.appliesFrom',
      eb
        .exists(
          eb
            .selectFrom('contributionScheme as next')
            .select('next.id')
            .whereRef('next.cooperativeId', '=', 's.cooperativeId')
            .whereRef('next.replacesId', '=', 's.id'),
        )
        .as('isReplaced'),
      eb
        .exists(
          eb
            .selectFrom('standingAcceptance as a')
            .select('a.id')
            .whereRef('a.cooperativeId', '=', 's.cooperativeId')
            .whereRef('a.schemeId', '=', 's.id')
            .where('a.concernsMonth', '>=', fromMonth),
        )
        .as('hasAccepted'),
    ])
    .where('s.cooperativeId', '=', ctx.cooperativeId)
    .where('s.id', '=', schemeId)
    .executeTakeFirst()
  const { appliesFrom, isReplaced, hasAccepted } = found(row)
  if (isReplaced) refuse('scheme-replaced', '/body/replaces/schemeId')
  const closedUntil = await lastClosedDay(tx, ctx.cooperativeId)
  if (closedUntil !== null && firstDay(fromMonth) <= closedUntil)
    refuse('month-is-closed', '/body/replaces/fromMonth')
  if (hasAccepted) refuse('month-has-accepted', '/body/replaces/fromMonth')
  if (appliesFrom !== null && fromMonth <= appliesFrom)
    refuse('scheme-begins-later', '/body/replaces/fromMonth')
}

function refuse(
  code: 'scheme-replaced' | 'month-is-closed' | 'month-has-accepted' | 'scheme-begins-later',
  pointer: string,
): never {
  throw new ProblemError(code, undefined, [{ pointer, code }])
}
