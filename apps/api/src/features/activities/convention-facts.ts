import { localDate } from '@terreau/domain/time/local-date'
import type { ActivityConventionFacts } from '@terreau/pdf/documents/activity-convention/model'
import { personFacts } from '@terreau/pdf/documents/shared/parties'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { printedCooperative } from '../settings/index.ts'
import { missingClauses } from './missing-clauses.ts'
import { type ConventionRow, partiesOf } from './queries.ts'

/** What the paper states today. Refuses with the list of what is missing (R7331-6). */
export async function conventionFacts(
  tx: Tx,
  ctx: Context,
  convention: ConventionRow,
): Promise<ActivityConventionFacts> {
  const parties = await partiesOf(tx, ctx, convention.id)
  const missing = missingClauses(convention.terms, parties)
  if (missing.length > 0) throw new ProblemError('convention-incomplete', undefined, missing)
  return {
    ...(await printedCooperative(tx, ctx.cooperativeId)),
    number: convention.number,
    activity: convention.activity,
    startsOn: localDate(convention.startsOn),
    people: parties.map(({ name, address, bornOn, sharePermille }) => ({
      ...personFacts({
        fullName: name,
        address,
        bornOn: bornOn === null ? null : localDate(bornOn),
      }),
      sharePermille,
    })),
    ...convention.terms,
  }
}
