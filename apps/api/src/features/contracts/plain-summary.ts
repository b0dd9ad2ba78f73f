import { contractSummaryWords } from '@terreau/i18n/contract-summary'
import { formatCents, formatDate, formatRateBp } from '@terreau/i18n/format'
import type { CapeContractFacts } from '@terreau/pdf/documents/cape-contract/facts'
import type { CesaContractFacts } from '@terreau/pdf/documents/cesa-contract/facts'
import { type ContractFacts, isCesaFacts } from './kept-facts.ts'

/** A contract in six plain sentences, from the very facts of the document. */
export function plainSummary(facts: ContractFacts, locale: 'fr' | 'en'): string[] {
  return isCesaFacts(facts) ? cesaSummary(facts, locale) : capeSummary(facts, locale)
}

function cesaSummary(facts: CesaContractFacts, locale: 'fr' | 'en'): string[] {
  const t = contractSummaryWords(locale)
  return [
    t('cesa.what', { activity: facts.activity }),
    t('cesa.when', { from: formatDate(facts.startsOn, locale) }),
    t('cesa.pay', { amount: formatCents(facts.fixedPartCents, locale) }),
    contributionSentence(facts.contribution, locale),
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
    t('sentence.declare', { day: facts.declarationDueDay }),
    contributionSentence(facts.contribution, locale),
    t('sentence.limit', { amount: formatCents(facts.thirdParties.maximumCents, locale) }),
    t('sentence.stop', { days: facts.noticeDays }),
  ]
}

/** What the cooperative keeps, in one sentence. */
export function contributionSentence(
  scheme: CapeContractFacts['contribution'],
  locale: 'fr' | 'en',
): string {
  const t = contractSummaryWords(locale)
  const rates = scheme.tiers.map((tier) => tier.rateBp).toSorted((a, b) => Number(a - b))
  const rate = (bp: bigint | undefined) => formatRateBp(bp ?? 0n, locale)
  const [low, high] = [rate(rates[0]), rate(rates.at(-1))]
  const { monthlyFloorCents: floor, fixedMonthlyCents: fixed } = scheme
  const more = [
    floor === 0n ? '' : t('contribution.floor', { amount: formatCents(floor, locale) }),
    fixed === 0n ? '' : t('contribution.fixed', { amount: formatCents(fixed, locale) }),
  ]
  return t(`contribution.${scheme.base}`, {
    rate: low === high ? low : t('contribution.tiers', { from: low, to: high }),
    more: more.join(''),
  })
}
