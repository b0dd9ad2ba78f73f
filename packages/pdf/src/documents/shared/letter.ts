import { fill } from '../../fill.ts'
import type { Signature, Verification } from '../../primitives/closing-block.ts'
import type {
  DocumentLocale,
  FreeTextFacts,
  IssueFacts,
  IssuerFacts,
  PersonFacts,
} from './facts.ts'
import { type DocumentFrame, documentFrame, issuerSignature, verificationBlock } from './frame.ts'
import { longDate } from './long-date.ts'
import { textsOf } from './texts.ts'

/** A document sent to somebody, with the address where the envelope's window shows it. */
export type LetterModel = DocumentFrame & {
  readonly subtitle: string | null
  readonly references: readonly string[]
  readonly address: readonly string[]
  /** A state with legal weight, such as "provisional". */
  readonly stamp: string | null
  readonly verification: Verification | null
  readonly signature: Signature | null
  /** Paragraphs that the cooperative adds of its own. */
  readonly free?: readonly string[]
}

/** The common part of a certificate issued to a person. */
export function certificateLetter(
  facts: {
    issuer: IssuerFacts
    person: PersonFacts
    issue: IssueFacts
    freeText?: FreeTextFacts
  },
  heading: { title: string; subtitle: string | null; stamp?: string | null },
  locale: DocumentLocale,
): LetterModel {
  const { common } = textsOf(locale)
  const { issuer, person, issue } = facts
  return {
    ...documentFrame({ title: heading.title, number: issue.number, issuer }, locale),
    subtitle: heading.subtitle,
    references: [
      fill(common.number, { number: issue.number }),
      fill(common.date, { date: longDate(issue.issuedOn, locale) }),
      ...(issue.replaces === undefined ? [] : [fill(common.replaces, { number: issue.replaces })]),
    ],
    address: [person.fullName, ...person.addressLines],
    stamp: heading.stamp ?? null,
    verification: verificationBlock(issue.verification, locale),
    signature: issuerSignature(issue, issuer, locale),
    ...(facts.freeText && { free: facts.freeText.paragraphs }),
  }
}
