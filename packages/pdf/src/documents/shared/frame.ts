import { fill } from '../../fill.ts'
import type { Signature, Verification } from '../../primitives/closing-block.ts'
import type { Footer } from '../../primitives/footer.ts'
import type { Letterhead } from '../../primitives/letterhead.ts'
import type { DocumentLocale, IssueFacts, IssuerFacts, VerificationFacts } from './facts.ts'
import { longDate } from './long-date.ts'
import { textsOf } from './texts.ts'

/** What every printed document has around its own content. All strings are ready to print. */
export type DocumentFrame = {
  readonly locale: DocumentLocale
  readonly title: string
  readonly number: string
  readonly issuerName: string
  readonly letterhead: Letterhead
  readonly footer: Footer
  /** Says which language counts; null on the French text. */
  readonly languageNote: string | null
}

/** Builds the frame of a document. */
export function documentFrame(
  head: { title: string; number: string; issuer: IssuerFacts },
  locale: DocumentLocale,
): DocumentFrame {
  const { common } = textsOf(locale)
  const { issuer, number } = head
  const siren = groupSiren(issuer.siren)
  return {
    locale,
    title: head.title,
    number,
    issuerName: issuer.name,
    letterhead: { name: issuer.name, lines: letterheadLines(issuer, locale) },
    footer: {
      reference: fill(common.reference, { issuer: issuer.name, siren, number }),
      pageTemplate: common.page,
    },
    languageNote: common.languageNote === '' ? null : common.languageNote,
  }
}

/** The signature of a certificate issued by the cooperative. */
export function issuerSignature(
  issue: IssueFacts,
  issuer: IssuerFacts,
  locale: DocumentLocale,
): Signature {
  const { common } = textsOf(locale)
  const date = longDate(issue.issuedOn, locale)
  return {
    doneAt: fill(common.doneAt, { place: issue.place, date }),
    lines: [
      issue.signatory.name,
      issue.signatory.capacity,
      fill(common.forIssuer, { issuer: issuer.name }),
    ],
    spaceLabel: common.signatureSpace,
  }
}

/** How a reader checks the document; null when it has no verification page. */
export function verificationBlock(
  verification: VerificationFacts | null,
  locale: DocumentLocale,
): Verification | null {
  if (verification === null) return null
  const { common } = textsOf(locale)
  const page = verification.pageUrl.replace(/^https?:\/\//, '')
  return {
    title: common.verifyTitle,
    how: fill(common.verifyHow, { page }),
    shortCode: verification.shortCode,
    url: verification.qrUrl,
    alt: fill(common.verifyAlt, { url: withoutFragment(verification.qrUrl) }),
  }
}

/** `SIREN 123 456 789`, or the register's town when there is one. */
export function registration(issuer: IssuerFacts, locale: DocumentLocale): string {
  const { common } = textsOf(locale)
  const siren = groupSiren(issuer.siren)
  if (issuer.registryCity === null) return fill(common.siren, { siren })
  const city = issuer.registryCity
  return fill(common.siren, { siren: fill(common.registry, { siren, city }) })
}

/** An address on one line, where a house number never ends a line of text. */
export function oneLine(addressLines: readonly string[]): string {
  return addressLines.map((line) => line.replace(/^(\d+) /, '$1\u00a0')).join(', ')
}

function letterheadLines(issuer: IssuerFacts, locale: DocumentLocale): string[] {
  const identity = `${issuer.legalForm} · ${registration(issuer, locale)}`
  const lines = [oneLine(issuer.addressLines), identity, issuer.contactLines.join(' · ')]
  return lines.filter((line) => line !== '')
}

function groupSiren(siren: string): string {
  return siren.replace(/\s/g, '').replace(/(\d{3})(?=\d)/g, '$1\u00a0')
}

/** The address to open; what follows is for machines. */
function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}
