import { formatDecimal } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'
import type { Api } from '../../lib/api.ts'
import { amountText, readEuroCents } from '../../ui/amount-text.ts'
import type { SchemeRow } from './queries.ts'
import { readRateBp } from './setting-value.ts'

export type SchemeBody = Api['POST /schemes']['body']
type SimulationBody = Api['POST /scheme-simulations']['body']

export interface TypedTier {
  id: string
  upTo: string
  rate: string
}

export interface SchemeValues {
  code: string
  decidedOn: string
  decisionReference: string
  base: SchemeBody['base']
  period: SchemeBody['period']
  tiers: readonly TypedTier[]
  monthlyFloorCents: string
  fixedMonthlyCents: string
  exemptMonths: string
  exemptStatuses: SchemeBody['exemptStatuses']
  deductedCosts: SchemeBody['deductedCosts']
  negativeBase: NonNullable<SchemeBody['negativeBase']>
  exemptionCovers: NonNullable<SchemeBody['exemptionCovers']>
  exemptBelowCents: string
  /** Empty: no maximum. */
  monthlyCapCents: string
  yearlyCapCents: string
  /** The scheme it takes the place of; empty when it takes nobody's. */
  replaces: string
  fromMonth: string
  /** Its last month; empty when the assembly said none. */
  appliesUntil: string
}

export const EMPTY_SCHEME: SchemeValues = {
  code: '',
  decidedOn: '',
  decisionReference: '',
  base: 'revenue',
  period: 'month',
  tiers: [emptyTier()],
  monthlyFloorCents: '0',
  fixedMonthlyCents: '0',
  exemptMonths: '0',
  exemptStatuses: [],
  deductedCosts: [],
  negativeBase: 'as_nil',
  exemptionCovers: 'everything',
  exemptBelowCents: '0',
  monthlyCapCents: '',
  yearlyCapCents: '',
  replaces: '',
  fromMonth: '',
  appliesUntil: '',
}

export function emptyTier(): TypedTier {
  return { id: crypto.randomUUID(), upTo: '', rate: '' }
}

type Slip = 'missing' | 'amount' | 'rate' | 'months' | 'month'
export type SchemeSlips = Record<string, Slip>

/** What was typed as the body of the API, or which fields slipped. Order of the tiers is the API's to check. */
export function readScheme(
  values: SchemeValues,
  locale: Locale,
): { body: SchemeBody } | { slips: SchemeSlips } {
  const slips: SchemeSlips = {}
  const need = (name: 'code' | 'decidedOn' | 'decisionReference') => {
    if (values[name].trim() === '') slips[name] = 'missing'
    return values[name]
  }
  const named = {
    code: need('code'),
    decidedOn: need('decidedOn'),
    decisionReference: need('decisionReference'),
  }
  if (values.replaces !== '' && values.fromMonth === '') slips['replaces.fromMonth'] = 'month'
  const replaces =
    values.replaces === '' ? null : { schemeId: values.replaces, fromMonth: values.fromMonth }
  const rules = readRules(values, locale, slips)
  const appliesUntil = values.appliesUntil === '' ? null : values.appliesUntil
  const body = { ...named, ...rules, replaces, appliesUntil }
  return Object.keys(slips).length > 0 ? { slips } : { body }
}

/** How the contribution is computed; what slipped is added to `slips`. Made for simulations too. */
export function readRules(
  values: SchemeValues,
  locale: Locale,
  slips: SchemeSlips,
): Omit<SimulationBody, 'year'> {
  const euros = (name: string, text: string) => {
    const read = readEuroCents(text, locale)
    if ('cents' in read) return read.cents
    slips[name] = 'amount'
    return '0'
  }
  const cap = (name: 'monthlyCapCents' | 'yearlyCapCents') =>
    values[name].trim() === '' ? null : euros(name, values[name])
  const tiers = values.tiers.map((tier, index) => {
    const rate = readRateBp(tier.rate)
    if (rate === null || rate > 10_000n) slips[`tiers.${index}.rateBp`] = 'rate'
    const isLast = index === values.tiers.length - 1
    const isOpen = isLast && tier.upTo.trim() === ''
    const upToCents = isOpen ? null : euros(`tiers.${index}.upToCents`, tier.upTo)
    return { upToCents, rateBp: Number(rate ?? 0n) }
  })
  const monthlyFloorCents = euros('monthlyFloorCents', values.monthlyFloorCents)
  const fixedMonthlyCents = euros('fixedMonthlyCents', values.fixedMonthlyCents)
  if (!/^\s*\d{1,2}\s*$/.test(values.exemptMonths) || Number(values.exemptMonths) > 60)
    slips.exemptMonths = 'months'
  return {
    base: values.base,
    period: values.period,
    tiers,
    monthlyFloorCents,
    fixedMonthlyCents,
    exemptMonths: Number(values.exemptMonths),
    exemptStatuses: values.exemptStatuses,
    deductedCosts: values.deductedCosts,
    negativeBase: values.negativeBase,
    exemptionCovers: values.exemptionCovers,
    exemptBelowCents: euros('exemptBelowCents', values.exemptBelowCents),
    monthlyCapCents: cap('monthlyCapCents'),
    yearlyCapCents: cap('yearlyCapCents'),
  }
}

/** An existing scheme as it would be typed: where a simulation begins. */
export function valuesOfScheme(scheme: SchemeRow, locale: Locale): SchemeValues {
  const euros = (cents: string) => amountText(cents, 'EUR', locale)
  return {
    ...EMPTY_SCHEME,
    base: scheme.base,
    period: scheme.period,
    tiers: scheme.tiers.map(({ upToCents, rateBp }) => ({
      id: crypto.randomUUID(),
      upTo: upToCents === null ? '' : euros(upToCents),
      rate: formatDecimal(String(rateBp / 100), locale),
    })),
    monthlyFloorCents: euros(scheme.monthlyFloorCents),
    fixedMonthlyCents: euros(scheme.fixedMonthlyCents),
    exemptMonths: String(scheme.exemptMonths),
    exemptStatuses: scheme.exemptStatuses,
    deductedCosts: scheme.deductedCosts,
    negativeBase: scheme.negativeBase,
    exemptionCovers: scheme.exemptionCovers,
    exemptBelowCents: euros(scheme.exemptBelowCents),
    monthlyCapCents: scheme.monthlyCapCents === null ? '' : euros(scheme.monthlyCapCents),
    yearlyCapCents: scheme.yearlyCapCents === null ? '' : euros(scheme.yearlyCapCents),
  }
}
