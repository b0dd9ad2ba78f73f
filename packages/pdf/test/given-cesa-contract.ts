import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import type { CesaContractFacts } from '../src/documents/cesa-contract/facts.ts'
import { capeContractFacts } from './given-cape-contract.ts'

export const cesaContractFacts: CesaContractFacts = {
  kind: 'CESA',
  issuer: capeContractFacts.issuer,
  signatory: capeContractFacts.signatory,
  person: capeContractFacts.person,
  number: 'CESA-2027-003',
  startsOn: localDate('2027-09-01'),
  activity: capeContractFacts.activity,
  capeNumber: 'CAPE-2026-014',
  objectives: ['atteindre 24 000 € de ventes hors taxes par an', 'trouver deux clients réguliers'],
  minimumActivity: 'facturer au moins 900 € hors taxes par mois, en moyenne sur trois mois.',
  means: capeContractFacts.means,
  contribution: capeContractFacts.contribution,
  followsAssembly: true,
  fixedPartCents: cents(60_000n),
  variablePart:
    'ce qui reste au compte d’activité, salaire et cotisations de la part fixe déduits.',
  netResult: 'une avance peut être versée chaque mois dans la limite du solde du compte.',
  statutesOn: localDate('2025-06-20'),
  clientele: 'à la fin du contrat, l’entrepreneur salarié garde la clientèle qu’il a créée.',
  intellectualProperty: 'l’entrepreneur salarié reste titulaire des droits sur ses créations.',
  interviews: 'un entretien au printemps et un à l’automne, au bureau ou à distance.',
  becomingAssociate:
    'souscrire au moins une part sociale ; l’assemblée statue à la session suivante.',
  associateBy: localDate('2029-09-01'),
  trialEndsOn: null,
  place: capeContractFacts.place,
}
