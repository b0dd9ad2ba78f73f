import {
  CONTRIBUTION_BASES,
  CONTRIBUTION_PERIODS,
  DEDUCTIBLE_COSTS,
  EXEMPT_STATUSES,
  EXEMPTION_COVERS,
  MOST_TIERS,
  NEGATIVE_BASES,
} from '@terreau/domain/contributions/scheme'
import { ZERO } from '@terreau/domain/money/cents'
import { CURRENCIES, FIXED_PARITIES, isUnitsPerEuro } from '@terreau/domain/money/currency'
import { isSettingKey, isSettingValue, SETTING_KEYS } from '@terreau/domain/settings/dated-settings'
import { z } from 'zod'
import {
  bigintCodec,
  centsCodec,
  instant,
  localDateCodec,
  shortText,
  uuid,
  yearMonthCodec,
} from './codecs.ts'
import { endpoint } from './endpoint.ts'

const settingKey = z.enum(SETTING_KEYS)

const datedSetting = z.strictObject({
  key: settingKey,
  validFrom: localDateCodec,
  value: bigintCodec,
  source: z.string(),
  createdAt: instant,
})

/** A currency whose rate people enter: the others are fixed by treaty. */
const floatingCurrency = z
  .enum(CURRENCIES)
  .refine((code) => FIXED_PARITIES[code] === undefined, 'currency-is-fixed')

const exchangeRate = z.strictObject({
  month: yearMonthCodec,
  currency: z.string(),
  unitsPerEuro: z.string(),
  source: z.string(),
  /** An accepted account rests on it: it can no longer change. */
  isUsed: z.boolean(),
})

const tier = z.strictObject({
  upToCents: centsCodec.nullable(),
  rateBp: z.number().int().min(0).max(10_000),
})

/** How a contribution is computed, whoever decided it. */
export const schemeRules = z.strictObject({
  base: z.enum(CONTRIBUTION_BASES),
  period: z.enum(CONTRIBUTION_PERIODS),
  tiers: z.array(tier).min(1).max(MOST_TIERS),
  monthlyFloorCents: centsCodec,
  fixedMonthlyCents: centsCodec,
  exemptMonths: z.number().int().min(0).max(60),
  /** Nothing is due while somebody is one of these. */
  exemptStatuses: z.array(z.enum(EXEMPT_STATUSES)).max(EXEMPT_STATUSES.length),
  /** Costs that leave the base. */
  deductedCosts: z.array(z.enum(DEDUCTIBLE_COSTS)).max(DEDUCTIBLE_COSTS.length),
  /** What is owed when refunds are above sales; decisions written before this question say nothing of it. */
  negativeBase: z.enum(NEGATIVE_BASES).default('as_nil'),
  /** Whether an exempt person owes nothing, or no minimum and no fixed part. */
  exemptionCovers: z.enum(EXEMPTION_COVERS).default('everything'),
  /** A month whose base is below owes nothing at all; "0": no such rule. */
  exemptBelowCents: centsCodec.default(ZERO),
  /** The most of a month and of a calendar year, everything included. */
  monthlyCapCents: centsCodec.nullable().default(null),
  yearlyCapCents: centsCodec.nullable().default(null),
})

export const schemeBody = z.strictObject({
  code: z.string().trim().min(1).max(40),
  decidedOn: localDateCodec,
  decisionReference: shortText,
  ...schemeRules.shape,
  /** The decision that this one takes the place of, from which month on, for all who had it. */
  replaces: z.strictObject({ schemeId: uuid, fromMonth: yearMonthCodec }).nullable(),
  /** The last month that the assembly said; without a next decision there is no rate after it. */
  appliesUntil: yearMonthCodec.nullable().default(null),
})

/** What decisions say since later: always there in an answer. */
export const laterRules = {
  negativeBase: z.enum(NEGATIVE_BASES),
  exemptionCovers: z.enum(EXEMPTION_COVERS),
  exemptBelowCents: centsCodec,
  monthlyCapCents: centsCodec.nullable(),
  yearlyCapCents: centsCodec.nullable(),
}

const scheme = z.strictObject({
  ...schemeBody.shape,
  ...laterRules,
  id: uuid,
  /** Empty on schemes that were taken over from before. */
  decisionReference: z.string(),
  contractCount: z.number().int(),
  appliesUntil: yearMonthCodec.nullable(),
  replacedBy: z.strictObject({ code: z.string(), fromMonth: yearMonthCodec }).nullable(),
})

export const settingsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/settings',
    tag: 'settings',
    summary: 'Every dated setting with its history, newest first',
    access: 'settings.read',
    response: z.array(datedSetting),
  }),
  endpoint({
    method: 'POST',
    path: '/settings',
    tag: 'settings',
    summary: 'Enters a setting from a day on; the past keeps its own value',
    access: 'cooperative.settings',
    body: z
      .strictObject({
        key: settingKey,
        validFrom: localDateCodec,
        value: bigintCodec,
        source: shortText,
      })
      .refine(({ key, value }) => isSettingKey(key) && isSettingValue(key, value), {
        path: ['value'],
        message: 'setting-out-of-bounds',
      }),
    response: datedSetting,
    problems: [
      'setting-exists',
      'month-is-closed',
      'second-person-needed',
      'second-person-missing',
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/exchange-rates',
    tag: 'settings',
    summary: 'Rates entered by the cooperative, newest month first',
    access: 'settings.read',
    response: z.array(exchangeRate),
  }),
  endpoint({
    method: 'PUT',
    path: '/exchange-rates/:month/:currency',
    tag: 'settings',
    summary: 'Enters the units of a currency for one euro, for a month',
    access: ['cooperative.settings', 'declaration.review'],
    params: z.strictObject({ month: yearMonthCodec, currency: floatingCurrency }),
    body: z.strictObject({
      unitsPerEuro: z.string().max(30).refine(isUnitsPerEuro, 'rate-not-understood'),
      source: shortText,
    }),
    response: exchangeRate,
    problems: ['exchange-rate-used'],
  }),
  endpoint({
    method: 'POST',
    path: '/exchange-rates/file',
    tag: 'settings',
    summary:
      'Loads a table of rates from a file (CSV, XLSX): month, currency, units for one euro, source',
    access: ['cooperative.settings', 'declaration.review'],
    bodyKind: 'table',
    response: z.strictObject({ entered: z.int(), unchanged: z.int() }),
    problems: ['rates-file-refused'],
  }),
  endpoint({
    method: 'GET',
    path: '/schemes',
    tag: 'settings',
    summary: 'Contribution schemes, as general assemblies decided them',
    access: 'settings.read',
    response: z.array(scheme),
  }),
  endpoint({
    method: 'POST',
    path: '/schemes',
    tag: 'settings',
    summary: 'Adds a contribution scheme with the assembly that decided it (C. trav. R7331-8)',
    access: 'cooperative.settings',
    body: schemeBody,
    response: z.strictObject({ id: uuid }),
    problems: [
      'second-person-needed',
      'scheme-exists',
      'scheme-replaced',
      'scheme-begins-later',
      'month-is-closed',
      'month-has-accepted',
    ],
  }),
] as const
