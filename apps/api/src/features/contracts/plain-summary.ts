import { type Cents, ZERO } from '@terreau/domain/money/cents'
import { contractSummaryWords } from '@terreau/i18n/contract-summary'
import { contribution as en } from '@terreau/i18n/en/contribution'
import { formatCents, formatDate, formatList, formatRateBp } from '@terreau/i18n/format'
import { contribution as fr } from '@terreau/i18n/fr/contribution'
import { translator } from '@terreau/i18n/t'
import type { CapeContractFacts } from '@terreau/pdf/documents/cape-contract/facts'
import type { CesaContractFacts } from '@terreau/pdf/documents/cesa-contract/facts'
import { type ContractFacts, isCesaFacts } from './kept-facts.ts'

/** A contract in plain sentences, from the very facts of the document. */
export function plainSummary(facts: ContractFacts, locale: 'fr' | 'en'): string[] {
  return isCesaFacts(facts) ? cesaSummary(facts, locale) : capeSummary(facts, locale)
}

function cesaSummary(facts: CesaContractFacts, locale: 'fr' | 'en'): string[] {
  const t = contractSummaryWords(locale)
  return [
    t('cesa.what', { activity: facts.activity }),
    t('cesa.when', { from: formatDate(facts.startsOn, locale) }),
    t('cesa.pay', { amount: formatCents(facts.fixedPartCents, locale) }),
    ...contributionSentences(facts.contribution, 'CESA', locale),
    t('cesa.associate', { date: formatDate(facts.associateBy, locale) }),
    facts.trialEndsOn === null
      ? t('cesa.noTrial')
      : t('cesa.trial', { date: formatDate(facts.trialEndsOn, locale) }),
  ]
}

function capeSummary(facts: CapeContractFacts, locale: 'fr' | 'en'): string[] {
  const t = contractSummaryWords(locale)
  return [
    t('sentence.what', { activity: facts.activity }),
    t('sentence.when', {
      from: formatDate(facts.startsOn, locale),
      to: formatDate(facts.endsOn, locale),
    }),
    facts.declarationDueDay === 1
      ? t('sentence.declareFirst')
      : t('sentence.declare', { day: facts.declarationDueDay }),
    ...contributionSentences(facts.contribution, 'CAPE', locale),
    t('sentence.limit', { amount: formatCents(facts.thirdParties.maximumCents, locale) }),
    facts.noticeDays === 0
      ? t('sentence.stopNow')
      : t('sentence.stop', { count: facts.noticeDays }),
  ]
}

type Scheme = CapeContractFacts['contribution']
type Words = ReturnType<typeof contractSummaryWords>

/** What the cooperative keeps, one sentence for each rule of the scheme that can touch this kind of contract. */
export function contributionSentences(
  scheme: Scheme,
  kind: 'CAPE' | 'CESA',
  locale: 'fr' | 'en',
): string[] {
  const t = contractSummaryWords(locale)
  const amount = (cents: Cents) => ({ amount: formatCents(cents, locale) })
  const { deductedCosts: costs, exemptBelowCents: below } = scheme
  const { monthlyCapCents: month, yearlyCapCents: year } = scheme
  return [
    rateSentence(scheme, t, locale),
    scheme.tiers.length > 1 && t(`contribution.period.${scheme.period}`),
    costs.length > 0 && t('contribution.deducted', { costs: costNames(costs, locale) }),
    below !== ZERO && t(`contribution.below.${scheme.base}`, amount(below)),
    month !== null && t('contribution.monthlyCap', amount(month)),
    year !== null && t('contribution.yearlyCap', amount(year)),
    ...exemptions(scheme, kind, t).map((when) =>
      scheme.exemptionCovers === 'everything'
        ? t('contribution.free', { when })
        : t('contribution.ratesOnly', { when, rate: rateText(scheme, t, locale) }),
    ),
    ...(scheme.negativeBase === 'given_back'
      ? [t('contribution.givenBack'), t('contribution.givenBackMost')]
      : []),
  ].filter((sentence) => sentence !== false)
}

function rateSentence(scheme: Scheme, t: Words, locale: 'fr' | 'en'): string {
  const { monthlyFloorCents: floor, fixedMonthlyCents: fixed } = scheme
  const more = [
    floor === ZERO ? '' : t('contribution.floor', { amount: formatCents(floor, locale) }),
    fixed === ZERO ? '' : t('contribution.fixed', { amount: formatCents(fixed, locale) }),
  ]
  const rate = rateText(scheme, t, locale)
  return t(`contribution.${scheme.base}`, { rate, more: more.join('') })
}

function rateText({ tiers }: Scheme, t: Words, locale: 'fr' | 'en'): string {
  const rates = tiers.map((tier) => tier.rateBp).toSorted((a, b) => Number(a - b))
  const rate = (bp: bigint | undefined) => formatRateBp(bp ?? 0n, locale)
  const [from, to] = [rate(rates[0]), rate(rates.at(-1))]
  return from === to ? from : t('contribution.tiers', { from, to })
}

const STATUSES = {
  CAPE: ['cape', 'social_minimum'],
  CESA: ['cesa', 'associate', 'social_minimum'],
} as const

/** When the scheme asks less: the first months, and what the person of such a contract may be. */
function exemptions(scheme: Scheme, kind: 'CAPE' | 'CESA', t: Words): string[] {
  const count = scheme.exemptMonths
  const statuses = STATUSES[kind].filter((status) => scheme.exemptStatuses.includes(status))
  return [
    ...(count === 0 ? [] : [t('contribution.when.months', { count })]),
    ...statuses.map((status) => t(`contribution.when.${status}`)),
  ]
}

function costNames(costs: Scheme['deductedCosts'], locale: 'fr' | 'en'): string {
  const t = translator<typeof fr>(locale === 'en' ? en : fr, locale)
  return formatList(
    costs.map((cost) => t(`cost.${cost}`)),
    locale,
  )
}
