import { formatCents } from '@terreau/i18n/format'
import { fill, withoutStop } from '../../fill.ts'
import type { Article, ArticleBlock } from '../cape-contract/articles.ts'
import { meansTable, paragraph, paragraphs, schemeBlocks } from '../cape-contract/articles.ts'
import type { DocumentLocale } from '../shared/facts.ts'
import { longDate } from '../shared/long-date.ts'
import { type DocumentTexts, textsOf } from '../shared/texts.ts'
import type { CesaContractFacts } from './facts.ts'

const ARTICLES = [
  'purpose',
  'duration',
  'activity',
  'means',
  'contribution',
  'pay',
  'rights',
  'support',
  'associate',
  'liability',
] as const

type ArticleName = (typeof ARTICLES)[number]
type Writing = {
  readonly facts: CesaContractFacts
  readonly texts: DocumentTexts['cesaContract']
  readonly locale: DocumentLocale
}

/** The articles of the CESA, numbered. */
export function cesaArticles(facts: CesaContractFacts, locale: DocumentLocale): Article[] {
  const { capeContract, cesaContract: texts } = textsOf(locale)
  return ARTICLES.map((name, index) => ({
    heading: fill(capeContract.article, { number: String(index + 1), title: texts[name].title }),
    blocks: WRITERS[name]({ facts, texts, locale }),
  }))
}

const WRITERS: Readonly<Record<ArticleName, (writing: Writing) => ArticleBlock[]>> = {
  purpose: ({ facts, texts, locale }) => [
    paragraph(fill(texts.purpose.aid, { activity: withoutStop(facts.activity) })),
    paragraph(fill(texts.purpose.statutes, { date: longDate(facts.statutesOn, locale) })),
    paragraph(texts.purpose.status),
  ],
  duration: ({ facts, texts, locale }) => [
    paragraph(
      [
        fill(texts.duration.start, { from: longDate(facts.startsOn, locale) }),
        facts.capeNumber === null
          ? ''
          : fill(texts.duration.afterCape, { number: facts.capeNumber }),
      ]
        .join(' ')
        .trim(),
    ),
    paragraph(
      facts.trialEndsOn === null
        ? texts.duration.noTrial
        : fill(texts.duration.trial, { to: longDate(facts.trialEndsOn, locale) }),
    ),
  ],
  activity: ({ facts, texts }) => [
    { kind: 'list', intro: texts.activity.objectives, items: facts.objectives },
    ...paragraphs(fill(texts.activity.minimum, { text: facts.minimumActivity })),
  ],
  means: ({ facts, texts }) => [
    meansTable(texts.means, facts.means),
    paragraph(texts.means.account),
  ],
  contribution: ({ facts, texts, locale }) => [
    ...schemeBlocks(
      facts.contribution,
      locale,
      facts.followsAssembly ? texts.contribution.follows : texts.contribution.amended,
    ),
    paragraph(texts.contribution.services),
  ],
  pay: ({ facts, texts, locale }) => [
    paragraph(fill(texts.pay.fixed, { amount: formatCents(facts.fixedPartCents, locale) })),
    ...paragraphs(fill(texts.pay.variable, { text: facts.variablePart })),
    ...paragraphs(fill(texts.pay.netResult, { text: facts.netResult })),
    paragraph(texts.pay.balance),
  ],
  rights: ({ facts, texts }) => [
    ...paragraphs(fill(texts.rights.clientele, { text: facts.clientele })),
    ...paragraphs(fill(texts.rights.intellectualProperty, { text: facts.intellectualProperty })),
  ],
  support: ({ facts, texts }) => [
    paragraph(`${texts.support.interviews} ${texts.support.report}`),
    ...paragraphs(fill(texts.support.conditions, { text: facts.interviews })),
  ],
  associate: ({ facts, texts, locale }) => [
    paragraph(fill(texts.associate.deadline, { date: longDate(facts.associateBy, locale) })),
    ...paragraphs(fill(texts.associate.ways, { text: facts.becomingAssociate })),
  ],
  liability: ({ texts }) => [
    paragraph(texts.liability.health),
    paragraph(texts.liability.thirdParties),
    paragraph(texts.liability.leave),
  ],
}
