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
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select([
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
    .where('p.id', '=', personId)
    .executeTakeFirst()
  const p = found(row)
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
    personId,
    cooperativeId,
    mailTo: p.email === '' ? null : { name: fullName, address: p.email, locale },
    locale,
  }
}
