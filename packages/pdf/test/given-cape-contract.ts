import { cents, ZERO } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { localDate } from '@terreau/domain/time/local-date'
import type { CapeContractFacts } from '../src/documents/cape-contract/facts.ts'
import { issue, issuer, person } from './given-people.ts'

export const capeContractFacts: CapeContractFacts = {
  issuer,
  signatory: issue.signatory,
  person,
  number: 'CAPE-2026-014',
  sequence: 0,
  renews: null,
  startsOn: localDate('2026-09-01'),
  endsOn: localDate('2027-08-31'),
  activity: 'vente de tissus teints à la main et ateliers de teinture',
  activityStartsOn: localDate('2026-10-01'),
  programme: {
    objectives: [
      'vérifier que des clients achètent à un prix qui paie le travail',
      'préparer les premières ventes à Lyon et à Dakar',
    ],
    steps: [
      'un rendez-vous chaque mois avec la personne qui suit le projet',
      'trois ateliers : prix, vente, gestion',
      'un bilan écrit deux mois avant le terme',
    ],
  },
  extraCommitments: {
    coopBefore: [],
    personBefore: [],
    coopAfter: [],
    personAfter: ['garder les justificatifs de chaque dépense'],
  },
  means: [
    {
      name: 'Suivi individuel',
      amount: 'Une heure par mois',
      conditions: 'À la coopérative ou par téléphone',
    },
    {
      name: 'Ateliers collectifs',
      amount: 'Trois ateliers de trois heures',
      conditions: 'Inscription une semaine avant',
    },
    {
      name: 'Assurance de responsabilité civile',
      amount: '30,00 € par an, sur le compte d’activité',
      conditions: 'Pour la seule activité de ce contrat',
    },
  ],
  contribution: {
    code: 'AG2026-TRANCHES',
    decidedOn: localDate('2026-06-19'),
    base: 'revenue',
    period: 'month',
    tiers: [
      { upToCents: cents(200_000n), rateBp: rateBp(1_200n) },
      { upToCents: cents(500_000n), rateBp: rateBp(1_000n) },
      { upToCents: null, rateBp: rateBp(850n) },
    ],
    monthlyFloorCents: cents(2_500n),
    fixedMonthlyCents: ZERO,
    exemptMonths: 2,
    exemptStatuses: [],
    deductedCosts: [],
    negativeBase: 'as_nil',
    exemptionCovers: 'everything',
    exemptBelowCents: ZERO,
    monthlyCapCents: null,
    yearlyCapCents: null,
  },
  thirdParties: {
    nature: 'achat de tissu et de teinture, location d’un stand',
    maximumCents: cents(150_000n),
    finalBearer: 'activity',
  },
  declarationDueDay: 8,
  noticeDays: 15,
  monthlyPayBeforeCents: null,
  place: 'Lyon',
}
