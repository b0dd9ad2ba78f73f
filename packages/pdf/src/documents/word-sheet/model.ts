import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { SignaturePlace } from '../../primitives/signature-places.ts'
import type { TableContent, TableShape } from '../../primitives/table.ts'
import type { DocumentLocale, IssuerFacts } from '../shared/facts.ts'
import { type DocumentFrame, documentFrame } from '../shared/frame.ts'

export type WordSheetSection = {
  readonly heading: string
  readonly sentences: readonly string[]
  readonly table: { readonly content: TableContent; readonly shape: TableShape } | null
}

/** All words are ready to print, in the language of the document. */
export type WordSheetFacts = {
  readonly issuer: IssuerFacts
  /** Printed at the foot of each page: what leads the paper back. */
  readonly number: string
  readonly title: string
  readonly subtitle: string
  readonly identity: readonly KeyValue[]
  readonly sections: readonly WordSheetSection[]
  readonly signatures: {
    readonly heading: string
    readonly doneAt: string
    readonly places: readonly SignaturePlace[]
  } | null
}

export type WordSheetModel = DocumentFrame & Omit<WordSheetFacts, 'issuer' | 'number' | 'title'>

/** A sheet of figures and sentences that proves nothing by itself: no number of its own, no seal. */
export function wordSheetModel(
  { issuer, number, title, ...rest }: WordSheetFacts,
  locale: DocumentLocale,
): WordSheetModel {
  return { ...documentFrame({ title, number, issuer }, locale), ...rest }
}
