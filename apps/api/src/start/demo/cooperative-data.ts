import type { Role } from '@terreau/domain/access/roles'
import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import { cents, ZERO } from '@terreau/domain/money/cents'
import type { CurrencyCode } from '@terreau/domain/money/currency'
import type { SettingKey } from '@terreau/domain/settings/dated-settings'

/** Every document prints the name, so every document says that it is a demonstration. */
export const COOPERATIVE = {
  name: 'Les Jardins de Sékou (démonstration)',
  legalForm: 'SCOP SA à capital variable',
  siren: '999999998',
  seatAddress: '12 rue des Ateliers inventés\n93100 Montreuil',
  city: 'Montreuil',
  email: 'bonjour@exemple.test',
  phone: '01 99 00 12 34',
  signatoryName: 'Fatou Ndiaye',
  signatoryCapacity: 'directrice générale',
} as const

export type StaffRole = Extract<Role, 'direction' | 'adviser' | 'accountant' | 'observer'>

export const STAFF: Readonly<Record<StaffRole, { displayName: string; email: string }>> = {
  direction: { displayName: 'Fatou Ndiaye', email: 'fatou.ndiaye@exemple.test' },
  adviser: { displayName: 'Hawa Kouyaté', email: 'hawa.kouyate@exemple.test' },
  accountant: { displayName: 'Paul Mercier', email: 'paul.mercier@exemple.test' },
  observer: { displayName: 'Louise Bertin', email: 'louise.bertin@exemple.test' },
}

export const SCHEME_KEYS = ['tiers', 'flat', 'margin', 'yearly'] as const
export type SchemeKey = (typeof SCHEME_KEYS)[number]

interface DemoScheme extends Omit<ContributionScheme, 'code' | 'decidedOn' | 'tiers'> {
  suffix: string
  /** Number of the month and day of the assembly; the last one was held after the books began. */
  assembly: readonly [month: number, day: number]
  tiers: readonly { upToCents: ContributionScheme['monthlyFloorCents'] | null; rateBp: number }[]
}

export const SCHEMES: Readonly<Record<SchemeKey, DemoScheme>> = {
  flat: {
    suffix: '10PC',
    assembly: [-16, 20],
    base: 'revenue',
    period: 'month',
    tiers: [{ upToCents: null, rateBp: 1_000 }],
    monthlyFloorCents: cents(3_000n),
    fixedMonthlyCents: ZERO,
    exemptMonths: 0,
    exemptStatuses: [],
    deductedCosts: [],
    negativeBase: 'as_nil',
    exemptionCovers: 'everything',
    exemptBelowCents: ZERO,
    monthlyCapCents: null,
    yearlyCapCents: null,
  },
  tiers: {
    suffix: 'TRANCHES',
    assembly: [-4, 18],
    base: 'revenue',
    period: 'month',
    tiers: [
      { upToCents: cents(150_000n), rateBp: 1_200 },
      { upToCents: cents(300_000n), rateBp: 1_000 },
      { upToCents: null, rateBp: 800 },
    ],
    monthlyFloorCents: cents(2_500n),
    fixedMonthlyCents: ZERO,
    exemptMonths: 3,
    exemptStatuses: [],
    deductedCosts: [],
    negativeBase: 'as_nil',
    exemptionCovers: 'everything',
    exemptBelowCents: ZERO,
    monthlyCapCents: null,
    yearlyCapCents: null,
  },
  margin: {
    suffix: 'MARGE',
    assembly: [-4, 18],
    base: 'gross_margin',
    period: 'month',
    tiers: [{ upToCents: null, rateBp: 1_350 }],
    monthlyFloorCents: ZERO,
    fixedMonthlyCents: cents(3_000n),
    exemptMonths: 0,
    exemptStatuses: ['social_minimum'],
    deductedCosts: [],
    negativeBase: 'as_nil',
    exemptionCovers: 'everything',
    exemptBelowCents: ZERO,
    monthlyCapCents: null,
    yearlyCapCents: null,
  },
  yearly: {
    suffix: 'ANNUEL',
    assembly: [2, 5],
    base: 'revenue',
    period: 'year',
    tiers: [
      { upToCents: cents(1_200_000n), rateBp: 1_100 },
      { upToCents: cents(2_400_000n), rateBp: 900 },
      { upToCents: null, rateBp: 700 },
    ],
    monthlyFloorCents: cents(2_000n),
    fixedMonthlyCents: ZERO,
    exemptMonths: 0,
    exemptStatuses: [],
    deductedCosts: [],
    negativeBase: 'as_nil',
    exemptionCovers: 'everything',
    exemptBelowCents: ZERO,
    monthlyCapCents: null,
    yearlyCapCents: null,
  },
}

/** Lengths that no text sets are not decided yet: the page of the data says so. */
export const SETTINGS: Readonly<Partial<Record<SettingKey, bigint>>> = {
  accident_cover_monthly_cents: 395n,
  phone_vat_share_bp: 5_000n,
  declaration_deadline_day: 5n,
  receipt_threshold_cents: 15_000n,
  notice_alert_days: 3n,
  kept_cover_most_months: 12n,
  attendance_certificates: 1n,
  piece_reminder_first_days: 7n,
  piece_reminder_next_days: 7n,
  piece_reminders_most: 3n,
  signature_days: 30n,
  salary_headcount: 60n,
  salary_accident_rate_bp: 208n,
  salary_health_cover_cents: 4_000n,
  salary_health_employer_share_bp: 5_000n,
  signature_first_reminder_days: 3n,
  signature_second_reminder_days: 7n,
  personal_export_days: 14n,
  tutor_badge_first_hours: 10n,
  tutor_badge_second_hours: 30n,
  tutor_badge_third_hours: 100n,
}

interface InventedRate {
  currency: CurrencyCode
  /** Hundredths of a unit for one euro, around which the months move. */
  hundredths: number
  swing: number
  isMissingInOpenMonth?: true
}

/** Invented rates of currencies that float. One is missing in the open month, for the checks to find. */
export const RATES: readonly InventedRate[] = [
  { currency: 'USD', hundredths: 113, swing: 4 },
  { currency: 'GNF', hundredths: 987_450, swing: 9_000 },
  { currency: 'MAD', hundredths: 1_068, swing: 14, isMissingInOpenMonth: true },
]

export const TOWNS: readonly [string, ...string[]] = [
  '93100 Montreuil',
  '93200 Saint-Denis',
  '93300 Aubervilliers',
  '93170 Bagnolet',
  '75020 Paris',
  '94200 Ivry-sur-Seine',
  '95100 Argenteuil',
  '93140 Bondy',
]

export const STREETS: readonly [string, ...string[]] = [
  'rue des Lilas',
  'rue du Capitaine-Dreyfus',
  'avenue de la Résistance',
  'rue des Jardiniers',
  'allée du Baobab',
  'rue Marceau',
  'boulevard Rouget-de-Lisle',
]
