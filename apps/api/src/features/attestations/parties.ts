import { localDate } from '@terreau/domain/time/local-date'
import type { IssueFacts, IssuerFacts, PersonFacts } from '@terreau/pdf/documents/shared/facts'
import { issuerFacts, personFacts } from '@terreau/pdf/documents/shared/parties'
import type { Locale } from '@terreau/protocol/codecs'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

/** Who issues a certificate and to whom, as their rows say now. */
export interface Parties {
  issuer: IssuerFacts
  person: PersonFacts
  signing: Pick<IssueFacts, 'place' | 'signatory'>
  personId: string
  cooperativeId: string
  mailTo: { name: string; address: string; locale: Locale } | null
  locale: Locale
}

/** Throws 'not-found' for a person of another cooperative, as for nobody. */
export async function readParties(
  tx: Tx,
  cooperativeId: string,
  personId: string,
): Promise<Parties> {
  const known = await readPartiesOf(tx, cooperativeId, [personId])
  return found(known.get(personId))
}

/** The same for many people, by their id; who is of another cooperative is not among them. */
export async function readPartiesOf(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
): Promise<Map<string, Parties>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select([
      'p.id',
      'p.givenName',
      'p.familyName',
      'p.bornOn',
      'p.address',
      'p.email',
      'p.locale',
      'c.name',
      'c.legalForm',
      'c.siren',
      'c.seatAddress',
      'c.city',
      'c.email as contactEmail',
      'c.phone as contactPhone',
      'c.signatoryName',
      'c.signatoryCapacity',
    ])
    .where('p.cooperativeId', '=', cooperativeId)
    .where('p.id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.id, partiesOf(cooperativeId, row)]))
}

function partiesOf(cooperativeId: string, p: PartyRow): Parties {
  const fullName = `${p.givenName} ${p.familyName}`
  const locale = p.locale === 'en' ? 'en' : 'fr'
  return {
    issuer: issuerFacts({ ...p, phone: p.contactPhone, email: p.contactEmail }),
    person: personFacts({
      fullName,
      address: p.address,
      bornOn: p.bornOn === null ? null : localDate(p.bornOn),
    }),
    signing: {
      place: p.city,
      signatory: { name: p.signatoryName, capacity: p.signatoryCapacity },
    },
    personId: p.id,
    cooperativeId,
    mailTo: p.email === '' ? null : { name: fullName, address: p.email, locale },
    locale,
  }
}

interface PartyRow {
  id: string
  givenName: string
  familyName: string
  bornOn: string | null
  address: string
  email: string
  locale: string
  name: string
  legalForm: string
  siren: string
  seatAddress: string
  city: string
  contactEmail: string
  contactPhone: string
  signatoryName: string
  signatoryCapacity: string
}
