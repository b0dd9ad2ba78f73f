import { linesOf } from '@terreau/domain/text/lines'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { IssuerFacts, PersonFacts } from './facts.ts'

/** The cooperative as its row says it. */
interface CooperativeRow {
  name: string
  legalForm: string
  seatAddress: string
  siren: string
  phone: string
  email: string
  registryCity: string
  timeZone?: string
}

/** The cooperative as every document prints it. */
export function issuerFacts(row: CooperativeRow): IssuerFacts {
  return {
    name: row.name,
    legalForm: row.legalForm,
    addressLines: linesOf(row.seatAddress),
    siren: row.siren,
    // The seat's town is not always the one of its register; the SIREN identifies alone (R127-3).
    registryCity: row.registryCity === '' ? null : row.registryCity,
    ...(row.timeZone === undefined ? {} : { zone: row.timeZone }),
    contactLines: [row.phone, row.email].filter((line) => line !== ''),
  }
}

interface PersonRow {
  fullName: string
  address: string
  bornOn: LocalDate | null
}

/** A person as every document prints them. */
export function personFacts({ fullName, address, bornOn }: PersonRow): PersonFacts {
  return { fullName, addressLines: linesOf(address), bornOn, birthPlace: null }
}
