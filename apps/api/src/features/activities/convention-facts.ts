import { localDate } from '@terreau/domain/time/local-date'
import type { ActivityConventionFacts } from '@terreau/pdf/documents/activity-convention/model'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
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
  const cooperative = await tx
    .selectFrom('cooperative')
    .selectAll()
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    issuer: {
      name: cooperative.name,
      legalForm: cooperative.legalForm,
      addressLines: linesOf(cooperative.seatAddress),
      siren: cooperative.siren,
      registryCity: null,
      contactLines: [cooperative.phone, cooperative.email].filter((line) => line !== ''),
    },
    signatory: { name: cooperative.signatoryName, capacity: cooperative.signatoryCapacity },
    number: convention.number,
    activity: convention.activity,
    startsOn: localDate(convention.startsOn),
    people: parties.map((party) => ({
      fullName: party.name,
      addressLines: linesOf(party.address),
      bornOn: party.bornOn === null ? null : localDate(party.bornOn),
      birthPlace: null,
      sharePermille: party.sharePermille,
    })),
    ...convention.terms,
    place: cooperative.city,
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
