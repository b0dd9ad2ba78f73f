import { fullName } from '@terreau/domain/names/full-name'
import { localDate } from '@terreau/domain/time/local-date'
import type { PersonFacts } from '@terreau/pdf/documents/shared/facts'
import { personFacts } from '@terreau/pdf/documents/shared/parties'
import type { ContractRow } from './contract-row.ts'

/** The person of a contract as it prints them. */
export function printedPerson({ person }: Pick<ContractRow, 'person'>): PersonFacts {
  return personFacts({
    fullName: fullName(person),
    address: person.address,
    bornOn: person.bornOn === null ? null : localDate(person.bornOn),
  })
}
