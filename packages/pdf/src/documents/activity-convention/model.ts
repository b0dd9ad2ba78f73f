import { assert } from '@terreau/domain/assert'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { formatRateBp } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { SignaturePlace } from '../../primitives/signature-places.ts'
import type { TableContent } from '../../primitives/table.ts'
import type { DocumentLocale, IssuerFacts, PersonFacts, SignatoryFacts } from '../shared/facts.ts'
import { type DocumentFrame, documentFrame, oneLine, registration } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** Everything the convention of a shared activity states (C. trav. R7331-6). */
export type ActivityConventionFacts = {
  readonly issuer: IssuerFacts
  readonly signatory: SignatoryFacts
  readonly number: string
  readonly activity: string
  readonly startsOn: LocalDate
  /** Two people or more; their shares sum to 1,000 thousandths. */
  readonly people: readonly (PersonFacts & { readonly sharePermille: number })[]
  readonly nature: string
  readonly paySplit: string
  readonly clientele: string
  readonly tradeName: string
  readonly sharedGoods: string
  readonly place: string
}

export type ConventionArticle = {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly table: TableContent | null
}

export type ActivityConventionModel = DocumentFrame & {
  readonly subtitle: string
  readonly numberLine: string
  readonly parties: readonly KeyValue[]
  readonly articles: readonly ConventionArticle[]
  readonly signatures: {
    readonly heading: string
    readonly doneAt: string
    readonly places: readonly SignaturePlace[]
  }
}

/** The convention, ready to be signed. Throws unless the shares make the whole. */
export function activityConventionModel(
  facts: ActivityConventionFacts,
  locale: DocumentLocale,
): ActivityConventionModel {
  const given = facts.people.reduce((sum, person) => sum + person.sharePermille, 0)
  assert(facts.people.length >= 2, 'R7331-6: an activity is shared by two people at least')
  assert(given === 1_000, 'R7331-6: the shares make the whole')
  const { common, capeContract, activityConvention: texts } = textsOf(locale)
  const { signatures: signing } = capeContract
  const { issuer, number, signatory } = facts
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: fill(texts.subtitle, { activity: facts.activity }),
    numberLine: fill(common.number, { number }),
    parties: partiesOf(facts, locale),
    articles: articlesOf(facts, locale),
    signatures: {
      heading: texts.signatures,
      doneAt: fill(signing.doneAt, { place: facts.place }),
      places: [
        ...facts.people.map(({ fullName }) => ({
          heading: fullName,
          lines: [],
          spaceLabel: signing.before,
        })),
        {
          heading: texts.coopPlace,
          lines: [signatory.name, signatory.capacity],
          spaceLabel: signing.before,
        },
      ],
    },
  }
}

function partiesOf(facts: ActivityConventionFacts, locale: DocumentLocale): KeyValue[] {
  const { activityConvention: texts } = textsOf(locale)
  const { issuer, signatory } = facts
  const coop = fill(texts.coop, {
    name: issuer.name,
    legalForm: issuer.legalForm,
    seat: oneLine(issuer.addressLines),
    registration: registration(issuer, locale),
    signatory: signatory.name,
    capacity: signatory.capacity,
  })
  const people = facts.people.map(({ fullName, bornOn, addressLines }) => {
    assert(bornOn !== null, 'a convention names the date of birth')
    const birth = longDate(bornOn, locale)
    const address = oneLine(addressLines)
    return { label: texts.and, value: fill(texts.person, { name: fullName, birth, address }) }
  })
  return [{ label: texts.between, value: coop }, ...people]
}

function articlesOf(facts: ActivityConventionFacts, locale: DocumentLocale): ConventionArticle[] {
  const { activityConvention: texts } = textsOf(locale)
  const written = [
    { title: texts.nature, text: facts.nature, table: null },
    { title: texts.shares, text: texts.sharesIntro, table: sharesTable(facts, locale) },
    { title: texts.paySplit, text: facts.paySplit, table: null },
    { title: texts.clientele, text: facts.clientele, table: null },
    { title: texts.tradeName, text: facts.tradeName, table: null },
    { title: texts.sharedGoods, text: facts.sharedGoods, table: null },
    { title: texts.account, text: texts.accountText, table: null },
    {
      title: texts.duration,
      text: fill(texts.durationText, { date: longDate(facts.startsOn, locale) }),
      table: null,
    },
  ]
  return written.map(({ title, text, table }, index) => ({
    heading: fill(texts.article, { number: String(index + 1), title }),
    paragraphs: text.split('\n').filter((line) => line.trim() !== ''),
    table,
  }))
}

function sharesTable(facts: ActivityConventionFacts, locale: DocumentLocale): TableContent {
  const { activityConvention: texts } = textsOf(locale)
  const percent = (permille: number) => formatRateBp(BigInt(permille) * 10n, locale)
  return {
    headers: [texts.who, texts.share],
    rows: facts.people.map(({ fullName, sharePermille }) => [fullName, percent(sharePermille)]),
    total: [texts.whole, percent(1_000)],
  }
}
