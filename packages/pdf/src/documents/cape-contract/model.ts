import { assert } from '@terreau/domain/assert'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { SignaturePlace } from '../../primitives/signature-places.ts'
import type { DocumentLocale } from '../shared/facts.ts'
import { type DocumentFrame, documentFrame, oneLine, registration } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'
import { type Article, contractArticles, rankText } from './articles.ts'
import type { CapeContractFacts } from './facts.ts'

export type CapeContractModel = DocumentFrame & {
  readonly subtitle: string
  readonly numberLine: string
  readonly parties: readonly KeyValue[]
  readonly articles: readonly Article[]
  readonly signatures: {
    readonly heading: string
    readonly doneAt: string
    readonly places: readonly SignaturePlace[]
  }
}

/** The CAPE contract with the contents of R127-1. */
export function capeContractModel(
  facts: CapeContractFacts,
  locale: DocumentLocale,
): CapeContractModel {
  assertComplete(facts)
  const { common, capeContract: texts } = textsOf(locale)
  const { issuer, number } = facts
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: fill(texts.subtitle, { rank: rankText(facts.sequence, locale) }),
    numberLine: fill(common.number, { number }),
    parties: [
      { label: texts.between, value: cooperativeText(facts, locale) },
      { label: texts.and, value: personText(facts, texts.personAlias, locale) },
    ],
    articles: contractArticles(facts, locale),
    ...signingModel(facts, texts.signatures.person, locale),
  }
}

/** What signing needs of a contract, whatever its kind. */
type SignedFacts = Pick<CapeContractFacts, 'signatory' | 'person' | 'place'>

/** The two places to sign by hand. `person` heads the person's place. */
export function signingModel(
  facts: SignedFacts,
  person: string,
  locale: DocumentLocale,
): Pick<CapeContractModel, 'signatures'> {
  const { signatures: texts } = textsOf(locale).capeContract
  return {
    signatures: {
      heading: texts.title,
      doneAt: fill(texts.doneAt, { place: facts.place }),
      places: [
        placeOf('cooperative', facts, { heading: texts.coop, locale }),
        placeOf('person', facts, { heading: person, locale }),
      ],
    },
  }
}

/** R127-1 lists what a CAPE must contain; a contract without it is not printed. */
function assertComplete(facts: CapeContractFacts): void {
  const { programme, means, declarationDueDay, noticeDays } = facts
  assert(facts.startsOn <= facts.endsOn, 'a CAPE does not end before it starts')
  assert(programme.objectives.length > 0, 'R127-1, 1°: the programme has objectives')
  assert(programme.steps.length > 0, 'R127-1, 1°: the programme has steps')
  assert(means.length > 0, 'R127-1, 2°: the means are described')
  assert(declarationDueDay >= 1 && declarationDueDay <= 28, 'every month has the due day')
  assert(noticeDays >= 0, 'a notice period is not negative')
}

/** The cooperative as a party: name, form, seat, number, who signs for it. */
export function cooperativeText(
  facts: Pick<CapeContractFacts, 'issuer' | 'signatory'>,
  locale: DocumentLocale,
): string {
  const { capeContract: texts } = textsOf(locale)
  const { issuer, signatory } = facts
  const party = fill(texts.coop, {
    name: issuer.name,
    legalForm: issuer.legalForm,
    seat: oneLine(issuer.addressLines),
    registration: registration(issuer, locale),
    signatory: signatory.name,
    capacity: signatory.capacity,
  })
  return `${party} ${texts.coopAlias}`
}

/** The person as a party, with the name that the articles give them. */
export function personText(
  facts: Pick<CapeContractFacts, 'person'>,
  alias: string,
  locale: DocumentLocale,
): string {
  const { capeContract: texts } = textsOf(locale)
  const { fullName, bornOn, birthPlace, addressLines } = facts.person
  assert(bornOn !== null, 'a contract names the date of birth')
  assert(addressLines.length > 0, 'a contract names the address')
  const params = {
    name: fullName,
    birth: longDate(bornOn, locale),
    address: oneLine(addressLines),
  }
  const party =
    birthPlace === null
      ? fill(texts.personWithBirth, params)
      : fill(texts.personWithPlace, { ...params, birthPlace })
  return `${party} ${alias}`
}

function placeOf(
  party: 'person' | 'cooperative',
  { signatory, person }: SignedFacts,
  { heading, locale }: { heading: string; locale: DocumentLocale },
): SignaturePlace {
  const { signatures: texts } = textsOf(locale).capeContract
  return {
    heading,
    lines: party === 'cooperative' ? [signatory.name, signatory.capacity] : [person.fullName],
    spaceLabel: texts.before,
  }
}
