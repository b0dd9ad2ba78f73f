import { localDate } from '@terreau/domain/time/local-date'
import type { IssueFacts, IssuerFacts, PersonFacts } from '../src/documents/shared/facts.ts'

/** Facts of an imaginary cooperative; every printed test document starts from them. */
export const issuer: IssuerFacts = {
  name: 'Coopérative des Canuts',
  legalForm: 'SCOP SARL à capital variable',
  addressLines: ['12 montée de la Grande-Côte', '69001 Lyon'],
  siren: '123456782',
  registryCity: 'Lyon',
  contactLines: ['04 00 00 00 00', 'bonjour@canuts.example'],
}

export const person: PersonFacts = {
  fullName: 'Ŋalla N’Diaye',
  addressLines: ['Bâtiment B, appartement 12', '3 rue des Ɓaldé', '69200 Vénissieux'],
  bornOn: localDate('1991-05-01'),
  birthPlace: 'Ziguinchor (Sénégal)',
}

export const issue: IssueFacts = {
  number: 'ATT-2026-000123',
  issuedOn: localDate('2026-11-10'),
  place: 'Lyon',
  signatory: { name: 'Ẹbùn Şahin', capacity: 'Gérante' },
  verification: {
    // As long as real ones: the address, then the signed facts.
    qrUrl: `https://canuts.example/verifier/4JQ2M8XTB6R9WKZC3HFD7NPG#${'eyJhbGciOiJFZERTQSIsImtpZCI6'.repeat(17)}`,
    pageUrl: 'https://canuts.example/verifier',
    shortCode: 'K7QM2-XTP9A',
  },
}
