import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import { ZERO } from '@terreau/domain/money/cents'
import { linesOf } from '@terreau/domain/text/lines'
import { formatCents, formatList, formatRateBp } from '@terreau/i18n/format'
import { fill, withoutStop } from '../../fill.ts'
import type { TableContent } from '../../primitives/table.ts'
import type { CapeSequence, DocumentLocale } from '../shared/facts.ts'
import { longDate } from '../shared/long-date.ts'
import { type DocumentTexts, textsOf } from '../shared/texts.ts'
import type { CapeContractFacts, MeansFacts } from './facts.ts'

export type ArticleBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly intro: string; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: TableContent }

export type Article = { readonly heading: string; readonly blocks: readonly ArticleBlock[] }

/** The order of the articles gives their numbers, which the commitments refer to. */
const ARTICLES = [
  'purpose',
  'duration',
  'programme',
  'commitments',
  'means',
  'contribution',
  'thirdParties',
  'accounts',
  'ending',
  'payBefore',
  'socialContributions',
  'liability',
  'mentions',
] as const

type ArticleName = (typeof ARTICLES)[number]
type Writing = {
  readonly facts: CapeContractFacts
  readonly texts: DocumentTexts['capeContract']
  readonly locale: DocumentLocale
}

/** The articles of the contract, numbered. */
export function contractArticles(facts: CapeContractFacts, locale: DocumentLocale): Article[] {
  const texts = textsOf(locale).capeContract
  return ARTICLES.map((name) => ({
    heading: fill(texts.article, { number: articleNumber(name), title: texts[name].title }),
    blocks: WRITERS[name]({ facts, texts, locale }),
  }))
}

/** "Contrat initial", "Premier renouvellement"… */
export function rankText(sequence: CapeSequence, locale: DocumentLocale): string {
  return textsOf(locale).capeEntryCertificate[`rank${sequence}`]
}

const WRITERS: Readonly<Record<ArticleName, (writing: Writing) => ArticleBlock[]>> = {
  purpose: ({ facts, texts }) => [
    paragraph(fill(texts.purpose.aid, { activity: withoutStop(facts.activity) })),
    paragraph(texts.purpose.status),
  ],
  duration: writeDuration,
  programme: ({ facts, texts }) => [
    list(texts.programme.objectives, facts.programme.objectives),
    list(texts.programme.steps, facts.programme.steps),
  ],
  commitments: writeCommitments,
  means: ({ facts, texts }) => [
    meansTable(texts.means, facts.means),
    paragraph(texts.means.evolution),
  ],
  contribution: writeContribution,
  thirdParties: writeThirdParties,
  accounts: ({ facts, texts }) => [
    paragraph(
      fill(
        facts.declarationDueDay === 1 ? texts.accounts.frequencyFirst : texts.accounts.frequency,
        { day: String(facts.declarationDueDay) },
      ),
    ),
    paragraph(texts.accounts.nil),
  ],
  ending: ({ facts, texts }) => [
    paragraph(noticeText(facts.noticeDays, texts)),
    paragraph(texts.ending.breach),
    paragraph(texts.ending.statement),
  ],
  payBefore: ({ facts, texts, locale }) => [
    paragraph(
      facts.monthlyPayBeforeCents === null || facts.monthlyPayBeforeCents === ZERO
        ? texts.payBefore.none
        : fill(texts.payBefore.amount, {
            amount: formatCents(facts.monthlyPayBeforeCents, locale),
          }),
    ),
  ],
  socialContributions: ({ texts }) => [
    paragraph(texts.socialContributions.advance),
    paragraph(texts.socialContributions.accident),
    paragraph(texts.socialContributions.cover),
  ],
  liability: ({ texts }) => [
    paragraph(texts.liability.before),
    paragraph(texts.liability.after),
    paragraph(texts.liability.damage),
  ],
  mentions: ({ facts, texts, locale }) => [
    paragraph(fill(texts.mentions.text, { to: longDate(facts.endsOn, locale) })),
  ],
}

function writeDuration({ facts, texts, locale }: Writing): ArticleBlock[] {
  const { duration } = texts
  const rank = rankText(facts.sequence, locale).toLocaleLowerCase(locale)
  const renews = facts.renews === null ? [] : [renewsText(facts.renews, texts, locale)]
  return [
    paragraph(
      [
        fill(duration.term, {
          from: longDate(facts.startsOn, locale),
          to: longDate(facts.endsOn, locale),
        }),
        ...renews,
      ].join(' '),
    ),
    paragraph(fill(duration[`limit${facts.sequence}`], { rank })),
    paragraph(activityStart({ facts, texts, locale })),
  ]
}

function renewsText(
  { number, endsOn }: NonNullable<CapeContractFacts['renews']>,
  { duration }: DocumentTexts['capeContract'],
  locale: DocumentLocale,
): string {
  return fill(duration.renews, { number, to: longDate(endsOn, locale) })
}

/** The day that parts the two sets of commitments: known, planned, or to be recorded. */
function activityStart({ facts, texts, locale }: Writing): string {
  const { duration } = texts
  const { activityStartsOn: day, startsOn } = facts
  if (day === null) return duration.startRecorded
  const date = longDate(day, locale)
  if (day < startsOn) return fill(duration.started, { date })
  return [fill(duration.startPlanned, { date }), duration.startRecorded].join(' ')
}

function noticeText(days: number, { ending }: DocumentTexts['capeContract']): string {
  if (days === 0) return ending.noNotice
  return fill(days === 1 ? ending.noticeOne : ending.notice, { days: String(days) })
}

/** R127-1, 1°: two distinct sets, before and after the economic activity starts. */
function writeCommitments({ facts, texts }: Writing): ArticleBlock[] {
  const { coopBefore, personBefore, coopAfter, personAfter } = texts.commitments
  const extra = facts.extraCommitments
  const declare = fill(personAfter.declare, { article: articleNumber('accounts') })
  const mention = fill(personAfter.mention, { mentions: articleNumber('mentions') })
  const afterPerson = [declare, mention, personAfter.insurance]
  return [
    { kind: 'subheading', text: texts.partBefore },
    list(texts.coopCommits, [...Object.values(coopBefore), ...extra.coopBefore]),
    list(texts.personCommits, [...Object.values(personBefore), ...extra.personBefore]),
    { kind: 'subheading', text: texts.partAfter },
    list(texts.coopCommits, [...Object.values(coopAfter), ...extra.coopAfter]),
    list(texts.personCommits, [...afterPerson, ...extra.personAfter]),
  ]
}

function writeContribution({ facts, texts, locale }: Writing): ArticleBlock[] {
  return schemeBlocks(facts.contribution, locale, texts.contribution.evolution)
}

/**
 * The contribution as an assembly decided it: base, decision, rates, floor. A CESA says the same. `last`
 * says how it may change.
 */
export function schemeBlocks(
  scheme: ContributionScheme,
  locale: DocumentLocale,
  last: string,
): ArticleBlock[] {
  const words = textsOf(locale).capeContract.contribution
  const bases = {
    revenue: words.baseRevenue,
    gross_margin: words.baseGrossMargin,
    collected: words.baseCollected,
  }
  const decidedOn = longDate(scheme.decidedOn, locale)
  const extras = contributionExtras(scheme, locale)
  return [
    paragraph(
      [
        fill(words.base, { base: bases[scheme.base] }),
        fill(words.scheme, { code: scheme.code, date: decidedOn }),
      ].join(' '),
    ),
    ...rateBlocks(scheme, locale),
    paragraph([...extras, last].join(' ')),
  ]
}

function rateBlocks({ tiers, period }: ContributionScheme, locale: DocumentLocale): ArticleBlock[] {
  const words = textsOf(locale).capeContract.contribution
  const [only] = tiers
  if (tiers.length === 1 && only !== undefined) {
    return [paragraph(fill(words.rate, { rate: formatRateBp(only.rateBp, locale) }))]
  }
  const items = tiers.map((tier) => {
    const rate = formatRateBp(tier.rateBp, locale)
    if (tier.upToCents === null) return fill(words.tierAbove, { rate })
    return fill(words.tierUpTo, { rate, amount: formatCents(tier.upToCents, locale) })
  })
  const tierList = list(words.tiers, items)
  return period === 'year' ? [tierList, paragraph(words.tiersOverYear)] : [tierList]
}

function contributionExtras(scheme: ContributionScheme, locale: DocumentLocale): string[] {
  const { fixedMonthlyCents, monthlyFloorCents, exemptMonths } = scheme
  const words = textsOf(locale).capeContract.contribution
  const sentences: string[] = []
  if (fixedMonthlyCents > 0n) {
    sentences.push(fill(words.fixed, { amount: formatCents(fixedMonthlyCents, locale) }))
  }
  if (monthlyFloorCents > 0n) {
    sentences.push(fill(words.floor, { amount: formatCents(monthlyFloorCents, locale) }))
  }
  if (exemptMonths === 1) sentences.push(words.exemptOne)
  if (exemptMonths > 1) sentences.push(fill(words.exemptMany, { count: String(exemptMonths) }))
  const who = scheme.exemptStatuses.map((one) => words.status[one])
  const costs = scheme.deductedCosts.map((one) => words.cost[one])
  if (who.length > 0) sentences.push(fill(words.exemptStatuses, { who: formatList(who, locale) }))
  if (scheme.exemptionCovers === 'minimum' && (exemptMonths > 0 || who.length > 0)) {
    sentences.push(words.minimumOnly)
  }
  const amounts = [
    [words.below, scheme.exemptBelowCents === 0n ? null : scheme.exemptBelowCents],
    [words.monthlyCap, scheme.monthlyCapCents],
    [words.yearlyCap, scheme.yearlyCapCents],
  ] as const
  for (const [sentence, amount] of amounts) {
    if (amount !== null) sentences.push(fill(sentence, { amount: formatCents(amount, locale) }))
  }
  if (costs.length > 0) sentences.push(fill(words.deducted, { costs: formatList(costs, locale) }))
  if (scheme.negativeBase === 'given_back') sentences.push(words.givenBack)
  return sentences
}

function writeThirdParties({ facts, texts, locale }: Writing): ArticleBlock[] {
  const { nature, maximumCents, finalBearer } = facts.thirdParties
  const words = texts.thirdParties
  const amount = formatCents(maximumCents, locale)
  return [
    paragraph(
      [fill(words.nature, { nature: withoutStop(nature) }), fill(words.maximum, { amount })].join(
        ' ',
      ),
    ),
    paragraph(words.conditions),
    paragraph(finalBearer === 'activity' ? words.bearerActivity : words.bearerCoop),
  ]
}

function articleNumber(name: ArticleName): string {
  return String(ARTICLES.indexOf(name) + 1)
}

/** What is not said is a dash: an empty box of a signed paper could be filled in afterwards. */
export function meansTable(
  words: Readonly<Record<keyof MeansFacts, string>>,
  means: readonly MeansFacts[],
): ArticleBlock {
  const said = (text: string) => (text.trim() === '' ? '—' : text)
  return {
    kind: 'table',
    table: {
      headers: [words.name, words.amount, words.conditions],
      rows: means.map(({ name, amount, conditions }) => [name, said(amount), said(conditions)]),
      total: null,
    },
  }
}

export function paragraph(text: string): ArticleBlock {
  return { kind: 'paragraph', text }
}

/** What was typed on several lines, a paragraph for each. */
export function paragraphs(text: string): ArticleBlock[] {
  return linesOf(text).map(paragraph)
}

function list(intro: string, items: readonly string[]): ArticleBlock {
  return { kind: 'list', intro, items }
}
