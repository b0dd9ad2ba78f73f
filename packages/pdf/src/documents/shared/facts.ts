import type { LocalDate } from '@terreau/domain/time/local-date'

/** The languages a document can be printed in. */
export type DocumentLocale = 'fr' | 'en'

/** Place of a CAPE in its series: 0 for the first one, then two renewals (C. com. L127-2). */
export type CapeSequence = 0 | 1 | 2

/** The cooperative, as its registration shows it. */
export type IssuerFacts = {
  readonly name: string
  /** Legal form as it must be printed, capital included: "SCOP SA à capital variable". */
  readonly legalForm: string
  readonly addressLines: readonly string[]
  readonly siren: string
  /** Town of the trade register (RCS), when the cooperative is registered there. */
  readonly registryCity: string | null
  /** On whose clocks hours are printed; Paris in documents made before it was a setting. */
  readonly zone?: string
  /** Phone, mail or site, each ready to print. */
  readonly contactLines: readonly string[]
}

export type PersonFacts = {
  readonly fullName: string
  readonly addressLines: readonly string[]
  readonly bornOn: LocalDate | null
  readonly birthPlace: string | null
}

export type SignatoryFacts = { readonly name: string; readonly capacity: string }

export type VerificationFacts = {
  /** Opened by the QR code: the long address, with its token. */
  readonly qrUrl: string
  /** Typed by hand, with the short code: `https://coop.example/verifier`. */
  readonly pageUrl: string
  readonly shortCode: string
}

/** Paragraphs of the cooperative's own, filled in, and the version of its template that they come from. */
export type FreeTextFacts = { readonly version: number; readonly paragraphs: readonly string[] }

/** What every certificate carries: its number, its date, who answers for it. */
export type IssueFacts = {
  readonly number: string
  readonly issuedOn: LocalDate
  readonly place: string
  readonly signatory: SignatoryFacts
  readonly verification: VerificationFacts | null
  /** Number of the certificate whose place this one takes. */
  readonly replaces?: string
}
