import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { SignaturePlace } from '../../primitives/signature-places.ts'
import type { TableContent } from '../../primitives/table.ts'
import type { DocumentLocale, PersonFacts } from './facts.ts'
import type { LetterModel } from './letter.ts'
import { longDate } from './long-date.ts'
import { textsOf } from './texts.ts'

/** A certificate that says something of a person: a sentence, facts, at most one table, what to know. */
export type AttestModel = LetterModel & {
  readonly statement: string
  readonly identity: readonly KeyValue[]
  readonly table: {
    readonly heading: string
    readonly content: TableContent
    readonly widths: readonly number[]
    readonly firstFigureColumn: number
  } | null
  readonly notice: readonly string[]
  /** Where two people sign by hand; the cooperative's own signature is then among them. */
  readonly places: {
    readonly doneAt: string
    readonly places: readonly SignaturePlace[]
  } | null
}

/** Who the person is, without what the file does not know. */
export function identityPairs(person: PersonFacts, locale: DocumentLocale): KeyValue[] {
  const { common } = textsOf(locale)
  return knownPairs([
    { label: common.person, value: person.fullName },
    { label: common.bornOn, value: person.bornOn === null ? '' : longDate(person.bornOn, locale) },
    { label: common.birthPlace, value: person.birthPlace ?? '' },
  ])
}

export function knownPairs(pairs: readonly KeyValue[]): KeyValue[] {
  return pairs.filter((pair) => pair.value !== '')
}
