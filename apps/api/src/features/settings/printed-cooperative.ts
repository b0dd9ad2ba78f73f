import type { IssuerFacts, SignatoryFacts } from '@terreau/pdf/documents/shared/facts'
import { issuerFacts } from '@terreau/pdf/documents/shared/parties'
import type { Tx } from '../../platform/db/transaction.ts'

export interface PrintedCooperative {
  issuer: IssuerFacts
  signatory: SignatoryFacts
  place: string
}

/** The cooperative as what it signs prints it today. */
export async function printedCooperative(
  tx: Tx,
  cooperativeId: string,
): Promise<PrintedCooperative> {
  const row = await tx
    .selectFrom('cooperative')
    .selectAll()
    .where('id', '=', cooperativeId)
    .executeTakeFirstOrThrow()
  return {
    issuer: issuerFacts(row),
    signatory: { name: row.signatoryName, capacity: row.signatoryCapacity },
    place: row.city,
  }
}
