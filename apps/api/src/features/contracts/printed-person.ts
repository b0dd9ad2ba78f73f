import { localDate } from '@terreau/domain/time/local-date'
import type { PersonFacts } from '@terreau/pdf/documents/shared/facts'
import { personFacts } from '@terreau/pdf/documents/shared/parties'
import type { ContractRow } from './contract-row.ts'

/** The person of a contract as it prints them. */
export function printedPerson({ person }: Pick<ContractRow, 'person'>): PersonFacts {
  return personFacts({
    fullName: `${person.givenName} ${person.familyName}`,
    address: person.address,
    bornOn: person.bornOn === null ? null : localDate(person.bornOn),
  })
}
