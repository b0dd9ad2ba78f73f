import { localDate } from '@terreau/domain/time/local-date'
import type { IssuerFacts, PersonFacts, SignatoryFacts } from '@terreau/pdf/documents/shared/facts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { ContractRow } from './queries.ts'

export interface ContractIssuer {
  issuer: IssuerFacts
  signatory: SignatoryFacts
  place: string
}

/** The cooperative as a contract and its letters print it today. */
export async function contractIssuer(tx: Tx, ctx: Context): Promise<ContractIssuer> {
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
      // The seat's town is not always the one of its register; the SIREN identifies alone (R127-3).
      registryCity: null,
      contactLines: [cooperative.phone, cooperative.email].filter((line) => line !== ''),
    },
    signatory: { name: cooperative.signatoryName, capacity: cooperative.signatoryCapacity },
    place: cooperative.city,
  }
}

/** The person of a contract as it prints them. */
export function personFacts({ person }: Pick<ContractRow, 'person'>): PersonFacts {
  return {
    fullName: `${person.givenName} ${person.familyName}`,
    addressLines: linesOf(person.address),
    bornOn: person.bornOn === null ? null : localDate(person.bornOn),
    birthPlace: null,
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
