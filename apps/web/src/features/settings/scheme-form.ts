import type { Locale } from '@terreau/i18n/t'
import type { Api } from '../../lib/api.ts'
import { readEuroCents } from '../../ui/amount-text.ts'
import { readRateBp } from './setting-value.ts'

export type SchemeBody = Api['POST /schemes']['body']

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
  /** The scheme it takes the place of; empty when it takes nobody's. */
  replaces: string
  fromMonth: string
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
  replaces: '',
  fromMonth: '',
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
  const euros = (name: string, text: string) => {
    const read = readEuroCents(text, locale)
    if ('cents' in read) return read.cents
    slips[name] = 'amount'
    return '0'
  }
  const named = {
    code: need('code'),
    decidedOn: need('decidedOn'),
    decisionReference: need('decisionReference'),
  }
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
  if (values.replaces !== '' && values.fromMonth === '') slips['replaces.fromMonth'] = 'month'
  const body: SchemeBody = {
    ...named,
    base: values.base,
    period: values.period,
    tiers,
    monthlyFloorCents,
    fixedMonthlyCents,
    exemptMonths: Number(values.exemptMonths),
    exemptStatuses: values.exemptStatuses,
    deductedCosts: values.deductedCosts,
    replaces:
      values.replaces === '' ? null : { schemeId: values.replaces, fromMonth: values.fromMonth },
  }
  return Object.keys(slips).length > 0 ? { slips } : { body }
}
