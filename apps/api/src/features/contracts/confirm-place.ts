import { localDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { checkReplaced, checkTrial } from './cesa/check-cesa.ts'
import { checkPeriod } from './check-period.ts'
import { type ContractRow, contractRow } from './contract-row.ts'
import { readCesaTerms, readTerms } from './terms.ts'

/**
 * The contract as it may be sent today. Since it was drafted an earlier one may have ended early, been given
 * up or come into force: the dates are checked again (L127-2, L7332-1), and a CAPE takes the place in its
 * series that it has now.
 */
export async function confirmPlace(
  tx: Tx,
  ctx: Context,
  contract: ContractRow,
): Promise<ContractRow> {
  const { id, personId, activityId } = contract
  const startsOn = localDate(contract.startsOn)
  if (contract.kind === 'CESA') {
    const trialEndsOn = readCesaTerms(contract.terms)?.trialEndsOn ?? null
    await checkReplaced(tx, ctx, { personId, activityId, startsOn })
    await checkTrial(tx, ctx, { personId, startsOn, contractId: id, trialEndsOn })
    return contract
  }
  const terms = readTerms(contract.terms)
  // What is missing is listed by the print, which refuses then.
  if (terms === null || contract.endsOn === null) return contract
  const { sequence, renewsContractId } = await checkPeriod(tx, ctx, {
    personId,
    activityId,
    contractId: id,
    startsOn,
    endsOn: localDate(contract.endsOn),
    gapReason: contract.gapReason ?? undefined,
    isFullTimeEmployee: terms.isFullTimeEmployee,
    isSent: true,
  })
  if (sequence === contract.sequence && renewsContractId === contract.renewsContractId)
    return contract
  await tx
    .updateTable('contract')
    .set({ sequence, renewsContractId })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', id)
    .execute()
  return contractRow(tx, ctx, id)
}
