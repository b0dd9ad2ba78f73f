import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import type { ContractAmendmentFacts } from '../src/documents/contract-amendment/facts.ts'
import { cesaContractFacts } from './given-cesa-contract.ts'

const { issuer, signatory, person, place, activity, contribution } = cesaContractFacts

export const contractAmendmentFacts: ContractAmendmentFacts = {
  issuer,
  signatory,
  person,
  place,
  kind: 'CESA',
  contractNumber: 'CESA-2027-003',
  contractStartsOn: localDate('2027-09-01'),
  activity,
  n: 2,
  effectiveOn: localDate('2028-01-01'),
  reason: 'L’activité a grandi et la part fixe suit.',
  contribution: {
    before: contribution,
    after: {
      ...contribution,
      code: 'AG-2027',
      decidedOn: localDate('2027-11-20'),
      monthlyFloorCents: cents(2_500n),
    },
  },
  changes: {
    fixedPartCents: { before: '60000', after: '80000' },
    means: {
      before: 'Bureau partagé, 2 jours par semaine',
      after: 'Bureau partagé, 3 jours par semaine',
    },
    minimumActivity: { before: null, after: 'facturer au moins 1 100 € hors taxes par mois.' },
  },
}
