import type { ProofLevel, SignatureRoute } from '@terreau/domain/signatures/proof'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { PARIS } from '@terreau/domain/time/zoned-day'
import { formatInstant } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { DocumentLocale, IssuerFacts } from '../shared/facts.ts'
import { fingerprintText } from '../shared/fingerprint.ts'
import { type DocumentFrame, documentFrame } from '../shared/frame.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

export type SignatureEvidenceFacts = {
  readonly issuer: IssuerFacts
  /** The reference of the request: 'SIG-2026-0007'. */
  readonly number: string
  /** Title of the document that was signed. */
  readonly documentTitle: string
  /** SHA-256, in hexadecimal, of the bytes that everybody was shown. */
  readonly documentSha256: string
  /** ISO 8601 moments. */
  readonly openedAt: string
  readonly sealedAt: string
  /** In the order in which they were given. */
  readonly signatures: readonly SignedFacts[]
}

export type SignedFacts = {
  readonly side: 'person' | 'cooperative'
  /** As the document spells it. */
  readonly printedName: string
  /** As the signer wrote it. */
  readonly typedName: string
  readonly route: SignatureRoute
  readonly level: ProofLevel
  /** ISO 8601 moment of the act; on paper, that of the second look. */
  readonly signedAt: string
  /** The day written on paper. */
  readonly signedOn: LocalDate | null
  /** Identifier of the code, never the code itself. */
  readonly codeId: string | null
  /** Where the code went, with most of the address hidden. */
  readonly codeSentTo: string | null
  /** Who of the staff handed it to somebody without an address; absent in documents made before. */
  readonly codeGivenBy?: string | null
  /** Staff beside the signer, and why they signed in the office. */
  readonly witness: string | null
  readonly reason: string | null
  /** On paper: who took the sheet in, who looked a second time, and the fingerprint of the scan. */
  readonly receivedBy: string | null
  readonly confirmedBy: string | null
  readonly scanSha256: string | null
  /** Identifier under which the server logged the act. */
  readonly trace: string
}

export type SignatureEvidenceModel = DocumentFrame & {
  readonly subtitle: string
  readonly intro: string
  readonly document: readonly KeyValue[]
  readonly signatures: readonly { readonly heading: string; readonly lines: readonly KeyValue[] }[]
  readonly meaningHeading: string
  readonly meaning: readonly string[]
}

/** The page that is joined to a signed document: who signed, when, how, and what that proves. */
export function signatureEvidenceModel(
  facts: SignatureEvidenceFacts,
  locale: DocumentLocale,
): SignatureEvidenceModel {
  const { signatureEvidence: texts } = textsOf(locale)
  const { issuer, number } = facts
  const zone = issuer.zone ?? PARIS
  const levels = new Set(facts.signatures.map((signature) => signature.level))
  const isElectronic = facts.signatures.some((signature) => signature.level !== 'handwritten')
  return {
    ...documentFrame({ title: texts.title, number, issuer }, locale),
    subtitle: facts.documentTitle,
    intro: texts.intro,
    document: [
      { label: texts.reference, value: number },
      { label: texts.fingerprint, value: fingerprintText(facts.documentSha256) },
      {
        label: texts.opened,
        value: formatInstant(facts.openedAt, locale, zone),
      },
      {
        label: texts.sealed,
        value: formatInstant(facts.sealedAt, locale, zone),
      },
    ],
    signatures: facts.signatures.map((signature, index) => ({
      heading: fill(texts.heading, {
        order: String(index + 1),
        name: signature.printedName,
        side: texts[signature.side],
      }),
      lines: linesOf(signature, { locale, zone }),
    })),
    meaningHeading: texts.meaning.title,
    meaning: [
      texts.meaning.bytes,
      ...(isElectronic ? [texts.meaning.simple, texts.meaning.writing] : []),
      ...(levels.has('simple_code_witnessed') ? [texts.meaning.witness] : []),
      ...(levels.has('handwritten') ? [texts.meaning.paper] : []),
    ],
  }
}

function linesOf(
  signature: SignedFacts,
  { locale, zone }: { locale: DocumentLocale; zone: string },
): KeyValue[] {
  const { signatureEvidence: texts } = textsOf(locale)
  const { signedOn, codeId, codeSentTo } = signature
  const optional: readonly (readonly [string, string | null])[] = [
    [texts.codeGivenBy, signature.codeGivenBy ?? null],
    [texts.witness, signature.witness],
    [texts.reason, signature.reason],
    [texts.receivedBy, signature.receivedBy],
    [texts.confirmedBy, signature.confirmedBy],
    [texts.scan, signature.scanSha256 === null ? null : fingerprintText(signature.scanSha256)],
  ]
  return [
    // Nobody writes a name there: whose account it was may be another person than the paper names.
    {
      label: signature.route === 'account' ? texts.accountOf : texts.typedName,
      value: signature.typedName,
    },
    {
      label: texts.when,
      value:
        signedOn === null
          ? formatInstant(signature.signedAt, locale, zone)
          : fill(texts.onPaper, {
              day: longDate(signedOn, locale),
              instant: formatInstant(signature.signedAt, locale, zone),
            }),
    },
    { label: texts.how, value: texts.route[signature.route] },
    { label: texts.level, value: texts.proof[signature.level] },
    ...(codeId === null
      ? []
      : [{ label: texts.code, value: fill(texts.codeUsed, { to: codeSentTo ?? '', id: codeId }) }]),
    ...optional.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    { label: texts.trace, value: signature.trace },
  ]
}
