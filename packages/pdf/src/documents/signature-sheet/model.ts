import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { SignaturePlace } from '../../primitives/signature-places.ts'
import type { DocumentLocale, IssuerFacts } from '../shared/facts.ts'
import { fingerprintText } from '../shared/fingerprint.ts'
import { type DocumentFrame, documentFrame } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type SignatureSheetFacts = {
  readonly issuer: IssuerFacts
  /** The reference of the request: 'SIG-2026-0007'. */
  readonly number: string
  readonly documentTitle: string
  readonly documentSha256: string
  readonly expiresOn: LocalDate
  readonly parties: readonly {
    readonly side: 'person' | 'cooperative'
    readonly printedName: string
  }[]
}

export type SignatureSheetModel = DocumentFrame & {
  readonly subtitle: string
  readonly how: readonly string[]
  readonly document: readonly KeyValue[]
  /** Two beside each other; the last pair may hold one. */
  readonly pairs: readonly (readonly SignaturePlace[])[]
  readonly signaturesHeading: string
  readonly doneAt: string
}

/** The sheet behind a document that is signed by hand: its reference leads the paper back. */
export function signatureSheetModel(
  facts: SignatureSheetFacts,
  locale: DocumentLocale,
): SignatureSheetModel {
  const { signatureSheet: texts } = textsOf(locale)
  const { issuer, number } = facts
  const until = longDate(localDate(facts.expiresOn), locale)
  const places = facts.parties.map(({ side, printedName }) => ({
    heading: texts[side],
    lines: [printedName],
    spaceLabel: texts.space,
  }))
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: facts.documentTitle,
    how: [texts.sign, fill(texts.bring, { until }), texts.keep],
    document: [
      { label: texts.reference, value: number },
      { label: texts.fingerprint, value: fingerprintText(facts.documentSha256) },
    ],
    pairs: places.flatMap((_, index) => (index % 2 === 0 ? [places.slice(index, index + 2)] : [])),
    signaturesHeading: texts.signatures,
    doneAt: texts.doneAt,
  }
}
