import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { addMonths, yearMonth } from '@terreau/domain/time/year-month'
import type { CapeEntryCertificateFacts } from '../src/documents/cape-entry-certificate/model.ts'
import type {
  IncomeMonth,
  MonthlyIncomeCertificateFacts,
} from '../src/documents/monthly-income-certificate/model.ts'
import type { TutoringCertificateFacts } from '../src/documents/tutoring-certificate/model.ts'
import { issue, issuer, person } from './given-people.ts'

/** October of worked example 1: one customer in Dakar, one in Lyon, 120 km, supplies. */
export function incomeMonth(overrides: Partial<IncomeMonth> = {}): IncomeMonth {
  return {
    month: yearMonth('2026-10'),
    revenueCents: cents(180_000n),
    productionPurchasesCents: cents(0n),
    expensesCents: cents(13_632n),
    contributionCents: cents(18_000n),
    accidentCoverCents: cents(395n),
    resultCents: cents(147_973n),
    payCents: cents(0n),
    balanceCents: cents(147_973n),
    ...overrides,
  }
}

export const incomeFacts: MonthlyIncomeCertificateFacts = {
  issuer,
  person,
  issue,
  contract: {
    kind: 'CAPE',
    startsOn: localDate('2026-09-01'),
    endsOn: localDate('2027-08-31'),
  },
  activity: 'Vente de tissus teints à la main et ateliers de teinture',
  isProvisional: false,
  months: [incomeMonth()],
  salaries: [],
}

/** Three months of a CESA, with amounts wide enough to try the columns. */
export const cesaFacts: MonthlyIncomeCertificateFacts = {
  ...incomeFacts,
  person: { ...person, fullName: 'Kɔfi Ɛsi-Mensah' },
  contract: { kind: 'CESA', startsOn: localDate('2025-02-01'), endsOn: null },
  isProvisional: true,
  months: [
    incomeMonth({
      month: yearMonth('2026-08'),
      revenueCents: cents(420_000n),
      expensesCents: cents(31_845n),
      contributionCents: cents(46_200n),
      accidentCoverCents: cents(0n),
      resultCents: cents(341_955n),
      payCents: cents(341_955n),
      balanceCents: cents(0n),
    }),
    incomeMonth({
      month: yearMonth('2026-09'),
      revenueCents: cents(12_345_678n),
      productionPurchasesCents: cents(1_045_000n),
      expensesCents: cents(1_015_000n),
      contributionCents: cents(1_040_125n),
      accidentCoverCents: cents(0n),
      resultCents: cents(9_245_553n),
      payCents: cents(184_620n),
      balanceCents: cents(9_060_933n),
    }),
    incomeMonth({
      month: yearMonth('2026-10'),
      revenueCents: cents(0n),
      expensesCents: cents(0n),
      contributionCents: cents(3_000n),
      accidentCoverCents: cents(0n),
      resultCents: cents(-3_000n),
      payCents: cents(64_552n),
      balanceCents: cents(8_993_381n),
    }),
  ],
  salaries: [
    {
      paidOn: localDate('2026-09-05'),
      grossCents: cents(264_605n),
      netBeforeTaxCents: cents(207_267n),
      netSocialCents: cents(207_267n),
    },
    {
      paidOn: localDate('2026-10-05'),
      grossCents: cents(175_466n),
      netBeforeTaxCents: cents(136_704n),
      netSocialCents: cents(136_704n),
    },
  ],
}

export const entryFacts: CapeEntryCertificateFacts = {
  issuer,
  person: { ...person, fullName: 'Ƴero Ɓaldé' },
  issue,
  contractNumber: 'CAPE-2026-014',
  sequence: 1,
  startsOn: localDate('2026-11-01'),
  endsOn: localDate('2027-10-31'),
  activity: 'Cuisine et livraison de repas',
}

export const tutoringFacts: TutoringCertificateFacts = {
  issuer,
  person: { ...person, fullName: 'Ẹbùn Şahin' },
  issue,
  period: { startsOn: localDate('2026-09-01'), endsOn: localDate('2026-11-30') },
  peopleHelped: 3,
  subjects: ['trouver des clients', 'fixer un prix', 'papiers et démarches'],
  parts: [
    {
      kind: 'volunteer',
      peopleHelped: 3,
      individualMinutes: 515,
      travelMinutes: 90,
      months: [
        {
          month: yearMonth('2026-09'),
          sessions: 4,
          notedMinutes: 330,
          confirmedMinutes: 270,
          approvedMinutes: 210,
        },
        {
          month: yearMonth('2026-10'),
          sessions: 6,
          notedMinutes: 425,
          confirmedMinutes: 425,
          approvedMinutes: 425,
        },
        {
          month: yearMonth('2026-11'),
          sessions: 1,
          notedMinutes: 60,
          confirmedMinutes: 0,
          approvedMinutes: 0,
        },
      ],
    },
  ],
}

/** The same tutor, part of the time paid, and hours from before that was recorded. */
export const mixedTutoringFacts: TutoringCertificateFacts = {
  ...tutoringFacts,
  parts: [
    ...tutoringFacts.parts,
    {
      kind: 'paid',
      peopleHelped: 1,
      individualMinutes: 0,
      travelMinutes: 0,
      months: [
        {
          month: yearMonth('2026-10'),
          sessions: 2,
          notedMinutes: 180,
          confirmedMinutes: 180,
          approvedMinutes: 120,
        },
      ],
    },
    {
      kind: 'unstated',
      peopleHelped: 1,
      individualMinutes: 30,
      travelMinutes: 15,
      months: [
        {
          month: yearMonth('2026-09'),
          sessions: 1,
          notedMinutes: 30,
          confirmedMinutes: 30,
          approvedMinutes: 30,
        },
      ],
    },
  ],
}

/** A year of hours of one kind. */
export const yearTutoringFacts: TutoringCertificateFacts = {
  ...tutoringFacts,
  period: { startsOn: localDate('2025-10-01'), endsOn: localDate('2026-09-30') },
  parts: tutoringFacts.parts.map((part) => ({
    ...part,
    months: Array.from({ length: 12 }, (_, index) => ({
      month: addMonths(yearMonth('2025-10'), index),
      sessions: 2,
      notedMinutes: 90 + index,
      confirmedMinutes: 90,
      approvedMinutes: 90,
    })),
  })),
}
