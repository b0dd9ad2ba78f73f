import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import { cents, ZERO } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { localDate } from '@terreau/domain/time/local-date'
import { expect, it } from 'vitest'
import { contributionSentences } from './plain-summary.ts'

const PLAIN: ContributionScheme = {
  code: 'AG',
  decidedOn: localDate('2026-05-29'),
  base: 'revenue',
  period: 'month',
  tiers: [{ upToCents: null, rateBp: rateBp(1_000n) }],
  monthlyFloorCents: ZERO,
  fixedMonthlyCents: ZERO,
  exemptMonths: 0,
  exemptStatuses: [],
  deductedCosts: [],
  negativeBase: 'as_nil',
  exemptionCovers: 'everything',
  exemptBelowCents: ZERO,
  monthlyCapCents: null,
  yearlyCapCents: null,
}

/** Every rule that an assembly can vote, at once. */
const WHOLE: ContributionScheme = {
  ...PLAIN,
  base: 'gross_margin',
  period: 'year',
  tiers: [
    { upToCents: cents(3_500_000n), rateBp: rateBp(1_000n) },
    { upToCents: null, rateBp: rateBp(800n) },
  ],
  monthlyFloorCents: cents(3_000n),
  fixedMonthlyCents: cents(500n),
  exemptMonths: 6,
  exemptStatuses: ['cape', 'associate', 'social_minimum'],
  deductedCosts: ['train', 'mileage'],
  negativeBase: 'given_back',
  exemptBelowCents: cents(10_000n),
  monthlyCapCents: cents(80_000n),
  yearlyCapCents: cents(500_000n),
}
const plainSpaces = (sentences: readonly string[]) =>
  sentences.map((sentence) => sentence.replaceAll(/[\u00A0\u202F]/g, ' '))

it('says one sentence for a rate alone', () => {
  expect(plainSpaces(contributionSentences(PLAIN, 'CAPE', 'fr'))).toEqual([
    'La coopérative garde 10 % de vos ventes hors taxes.',
  ])
})

it('names each rule of a scheme, to whom it can happen', () => {
  expect(plainSpaces(contributionSentences(WHOLE, 'CAPE', 'fr'))).toEqual([
    'La coopérative garde 8 % à 10 % de vos ventes moins vos achats, au moins 30,00 € par mois, plus 5,00 € par mois.',
    'Le taux change avec le total de l’année.',
    'Avant ce calcul, on enlève ces dépenses : train et kilomètres.',
    'Un mois où ventes moins achats font moins de 100,00 €, la coopérative ne garde rien.',
    'Elle garde au plus 800,00 € par mois, tout compris.',
    'Elle garde au plus 5 000,00 € par an, tout compris.',
    'Les 6 premiers mois de votre activité, la coopérative ne garde rien.',
    'Pendant votre CAPE, la coopérative ne garde rien.',
    'Si vous touchez une aide comme le RSA, la coopérative ne garde rien.',
    'Si vous rendez plus que vous ne vendez, la coopérative rend sa part.',
    'Elle rend au plus ce qu’elle a gardé dans l’année.',
  ])
  expect(plainSpaces(contributionSentences(WHOLE, 'CESA', 'en'))).toEqual([
    'The cooperative keeps 8% to 10% of your sales less purchases, at least €30.00 a month, plus €5.00 a month.',
    'The rate changes with the total of the year.',
    'Before this, these expenses are taken off: train and kilometres.',
    'In a month where sales less purchases make less than €100.00, the cooperative keeps nothing.',
    'It keeps at most €800.00 a month, everything included.',
    'It keeps at most €5,000.00 a year, everything included.',
    'In the first 6 months of your activity, the cooperative keeps nothing.',
    'Once you are an associate, the cooperative keeps nothing.',
    'If you receive support such as the RSA, the cooperative keeps nothing.',
    'If you pay back more than you sell, the cooperative gives its part back.',
    'It gives back at most what it kept in the year.',
  ])
})

it('says that an exemption leaves the rate', () => {
  const scheme: ContributionScheme = { ...WHOLE, exemptMonths: 1, exemptionCovers: 'minimum' }
  expect(plainSpaces(contributionSentences(scheme, 'CAPE', 'fr'))).toContain(
    'Le premier mois de votre activité, la coopérative garde seulement 8 % à 10 %.',
  )
})
