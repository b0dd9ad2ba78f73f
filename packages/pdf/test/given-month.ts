import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { AccountStatementFacts } from '../src/documents/account-statement/model.ts'
import type { DeclarationReceiptFacts } from '../src/documents/declaration-receipt/model.ts'
import { issuer, person } from './given-people.ts'

const END_OF_OCTOBER = localDate('2026-10-31')

export const statementFacts: AccountStatementFacts = {
  issuer,
  person,
  number: 'R-2026-10-0042',
  issuedOn: localDate('2026-11-08'),
  activity: 'Vente de tissus teints à la main et ateliers de teinture',
  month: yearMonth('2026-10'),
  openingCents: cents(-4_200n),
  lines: [
    {
      on: localDate('2026-10-12'),
      label: 'Vente à Teranga Mode, Dakar',
      explanation: '655 957 F CFA, au taux fixe de 655,957 F CFA pour un euro. Sans TVA.',
      amountCents: cents(100_000n),
    },
    {
      on: localDate('2026-10-14'),
      label: 'Frais de route',
      explanation: '120 km à 0,636 € avec une voiture de 5 chevaux.',
      amountCents: cents(-7_632n),
    },
    {
      on: localDate('2026-10-15'),
      label: 'Fournitures',
      explanation: '72,00 € payés, moins 12,00 € de TVA récupérée.',
      amountCents: cents(-6_000n),
    },
    {
      on: localDate('2026-10-20'),
      label: 'Vente à l’Atelier du Rhône, Lyon',
      explanation: '960,00 € payés, dont 160,00 € de TVA que la coopérative verse à l’État.',
      amountCents: cents(80_000n),
    },
    {
      on: END_OF_OCTOBER,
      label: 'Part de la coopérative',
      explanation: '10 % des ventes hors taxes, 30,00 € au moins : barème voté le 20 juin 2025.',
      amountCents: cents(-18_000n),
    },
    {
      on: END_OF_OCTOBER,
      label: 'Cotisation accident du travail',
      explanation: 'Une somme fixe par mois commencé, sans rémunération.',
      amountCents: cents(-395n),
    },
  ],
  closingCents: cents(143_773n),
  closing: {
    version: 2,
    closedAt: '2026-11-08T16:20:00Z',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
}

export const receiptFacts: DeclarationReceiptFacts = {
  issuer,
  person,
  number: 'D-2026-10-0042',
  month: yearMonth('2026-10'),
  activity: 'Vente de tissus teints à la main et ateliers de teinture',
  sentAt: '2026-11-01T08:05:00Z',
  sales: [
    {
      on: localDate('2026-10-12'),
      what: 'Teranga Mode, Dakar',
      minorUnits: 655_957n,
      currency: 'XOF',
      amountKind: 'net',
      rate: { unitsPerEuro: '655.957', source: 'taux fixe' },
      euroCents: cents(100_000n),
    },
    {
      on: localDate('2026-10-20'),
      what: 'Atelier du Rhône, Lyon',
      minorUnits: 96_000n,
      currency: 'EUR',
      amountKind: 'gross',
      rate: null,
      euroCents: cents(96_000n),
    },
    {
      on: localDate('2026-10-27'),
      what: 'Riad Ƴero, Marrakech',
      minorUnits: 250_000n,
      currency: 'MAD',
      amountKind: 'net',
      rate: { unitsPerEuro: '10.7212', source: 'Bank Al-Maghrib, octobre 2026' },
      euroCents: cents(23_318n),
    },
  ],
  expenses: [
    {
      on: localDate('2026-10-15'),
      what: 'Fournitures : fil et teinture',
      minorUnits: 7_200n,
      currency: 'EUR',
      amountKind: 'gross',
      rate: null,
      euroCents: cents(7_200n),
    },
    {
      on: null,
      what: 'Trajets en voiture, 120 km',
      minorUnits: 7_632n,
      currency: 'EUR',
      amountKind: 'net',
      rate: null,
      euroCents: cents(7_632n),
    },
  ],
  verification: null,
}
