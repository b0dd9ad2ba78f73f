import { assert } from '@terreau/domain/assert'
import { AMENDABLE_TERMS, type AmendableTerm } from '@terreau/domain/contracts/amendments'
import { formatCents } from '@terreau/i18n/format'
import { fill, withoutStop } from '../../fill.ts'
import {
  type Article,
  type ArticleBlock,
  paragraph,
  paragraphs,
  schemeBlocks,
} from '../cape-contract/articles.ts'
import {
  type CapeContractModel,
  cooperativeText,
  personText,
  signingModel,
} from '../cape-contract/model.ts'
import type { DocumentLocale } from '../shared/facts.ts'
import { documentFrame } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'
import type { ContractAmendmentFacts } from './facts.ts'

/** Laid out as the contract is: the same parts, other articles. */
export type ContractAmendmentModel = CapeContractModel

/** An amendment: each term that changes, before and after, and the day from which it holds. */
export function contractAmendmentModel(
  facts: ContractAmendmentFacts,
  locale: DocumentLocale,
): ContractAmendmentModel {
  const { capeContract, cesaContract, contractAmendment: texts } = textsOf(locale)
  const { issuer, n, contractNumber, contractStartsOn: startsOn, kind } = facts
  const title = fill(texts.title, { n: String(n) })
  const isCesa = kind === 'CESA'
  const [alias, person] = isCesa
    ? [cesaContract.salariedAlias, cesaContract.person]
    : [capeContract.personAlias, capeContract.signatures.person]
  return {
    ...documentFrame({ title, number: `${contractNumber}-${n}`, issuer }, locale),
    subtitle: isCesa ? texts.cesa : texts.cape,
    numberLine: fill(texts.contract, { number: contractNumber, date: longDate(startsOn, locale) }),
    parties: [
      { label: capeContract.between, value: cooperativeText(facts, locale) },
      { label: capeContract.and, value: personText(facts, alias, locale) },
    ],
    articles: articlesOf(facts, locale),
    ...signingModel(facts, person, locale),
  }
}

function articlesOf(facts: ContractAmendmentFacts, locale: DocumentLocale): Article[] {
  const { capeContract, contractAmendment: texts } = textsOf(locale)
  const date = longDate(facts.effectiveOn, locale)
  const changes = [...contributionOf(facts, locale), ...termsOf(facts, locale)]
  assert(changes.length > 0, 'an amendment changes something')
  const parts: [string, ArticleBlock[]][] = [
    [
      texts.purpose.title,
      [
        paragraph(fill(texts.purpose.activity, { activity: withoutStop(facts.activity) })),
        ...paragraphs(fill(texts.purpose.reason, { reason: facts.reason })),
      ],
    ],
    [texts.changes.title, changes],
    [
      texts.effect.title,
      [paragraph(fill(texts.effect.from, { date })), paragraph(texts.effect.rest)],
    ],
  ]
  return parts.map(([title, blocks], index) => ({
    heading: fill(capeContract.article, { number: String(index + 1), title }),
    blocks,
  }))
}

function contributionOf(facts: ContractAmendmentFacts, locale: DocumentLocale): ArticleBlock[] {
  const { contractAmendment: texts } = textsOf(locale)
  const { contribution } = facts
  if (contribution === null) return []
  return beforeAndAfter(facts, texts.contribution, locale, {
    before: schemeBlocks(contribution.before, locale, ''),
    after: schemeBlocks(contribution.after, locale, texts.changes.decided),
  })
}

/** A clause of more letters, or of several lines, is told across the page: in a column it would be a ladder. */
const LONG_CLAUSE = 160

function termsOf(facts: ContractAmendmentFacts, locale: DocumentLocale): ArticleBlock[] {
  const { contractAmendment: texts } = textsOf(locale)
  const changes = AMENDABLE_TERMS.CESA.flatMap((term) => {
    const change = facts.changes[term]
    if (change === undefined) return []
    const { before, after } = change
    const was = before === null ? texts.changes.unknown : valueText(term, before, locale)
    return [{ name: texts.terms[term], was, is: valueText(term, after, locale) }]
  })
  const isLong = ({ was, is }: { was: string; is: string }) =>
    [was, is].some((text) => text.length > LONG_CLAUSE || text.includes('\n'))
  const short = changes.filter((change) => !isLong(change))
  const headers = [texts.changes.term, texts.changes.before, texts.changes.after]
  const rows = short.map(({ name, was, is }) => [name, was, is])
  return [
    ...(rows.length === 0
      ? []
      : [{ kind: 'table', table: { headers, rows, total: null } } as const]),
    ...changes
      .filter(isLong)
      .flatMap(({ name, was, is }) =>
        beforeAndAfter(facts, name, locale, { before: paragraphs(was), after: paragraphs(is) }),
      ),
  ]
}

function beforeAndAfter(
  { effectiveOn }: ContractAmendmentFacts,
  name: string,
  locale: DocumentLocale,
  { before, after }: Readonly<Record<'before' | 'after', readonly ArticleBlock[]>>,
): ArticleBlock[] {
  const { changes: words } = textsOf(locale).contractAmendment
  const params = { name, date: longDate(effectiveOn, locale) }
  return [
    { kind: 'subheading', text: fill(words.until, params) },
    ...before,
    { kind: 'subheading', text: fill(words.from, params) },
    ...after,
  ]
}

function valueText(term: AmendableTerm, value: string, locale: DocumentLocale): string {
  return term === 'fixedPartCents' ? formatCents(BigInt(value), locale) : value
}
