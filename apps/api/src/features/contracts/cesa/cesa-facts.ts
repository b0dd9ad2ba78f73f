import { addDays, localDate } from '@terreau/domain/time/local-date'
import type { CesaContractFacts } from '@terreau/pdf/documents/cesa-contract/facts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { printedCooperative } from '../../settings/index.ts'
import type { ContractRow } from '../contract-row.ts'
import { printedPerson } from '../printed-person.ts'
import { schemes } from '../schemes.ts'
import { readCesaTerms } from '../terms.ts'
import { cesaLimits } from './check-cesa.ts'
import { missingClauses } from './missing-clauses.ts'

/** What the CESA to sign states today. Refuses with the list of the clauses that are missing. */
export async function cesaFacts(
  tx: Tx,
  ctx: Context,
  contract: ContractRow,
): Promise<CesaContractFacts> {
  const terms = readCesaTerms(contract.terms)
  const errors = missingClauses(contract, terms)
  if (errors.length > 0 || terms === null)
    throw new ProblemError('contract-incomplete', undefined, errors)
  const startsOn = localDate(contract.startsOn)
  const { personId, id: contractId } = contract
  const { associateBy } = await cesaLimits(tx, ctx, { personId, startsOn, contractId })
  return {
    kind: 'CESA',
    ...(await printedCooperative(tx, ctx.cooperativeId)),
    person: printedPerson(contract),
    number: contract.number,
    startsOn,
    activity: contract.activity,
    capeNumber: await capeBefore(tx, ctx, contract),
    contribution: found((await schemes(tx, ctx, contract.schemeId))[0]).scheme,
    ...terms,
    fixedPartCents: found(terms.fixedPartCents),
    statutesOn: found(terms.statutesOn),
    associateBy,
  }
}

/** The number of the CAPE that this CESA follows: in force on its eve. */
async function capeBefore(tx: Tx, ctx: Context, contract: ContractRow): Promise<string | null> {
  const eve = addDays(localDate(contract.startsOn), -1)
  const cape = await tx
    .selectFrom('contract')
    .select('number')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, contract.personId))
    .where('activityId', '=', contract.activityId)
    .where('kind', '=', 'CAPE')
    .where('state', '=', 'active')
    .where('startsOn', '<=', eve)
    .where('endsOn', '>=', eve)
    .executeTakeFirst()
  return cape?.number ?? null
}
