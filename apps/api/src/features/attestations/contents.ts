import {
  type DocumentFacts,
  type DocumentKind,
  modelAlone,
  modelWithCopy,
  TEMPLATE_VERSIONS,
} from '@terreau/pdf/document-kinds'
import type { Logo } from '@terreau/pdf/primitives/sheet'
import { UnsupportedCharactersError, unprintableSigns } from '@terreau/pdf/printable-text'
import type { Locale } from '@terreau/protocol/codecs'
import type { PdfRenderer, PdfSeal } from '../../platform/pdf/renderer.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/** What the writer of a certificate adds to any content: who issues it, to whom, under which number. */
type Common = 'issuer' | 'person' | 'issue' | 'freeText'
export type CommonFacts = Pick<DocumentFacts['cape-entry-certificate'], Common>

/** What the English copy of a French certificate says of its own. */
export type CopyFacts = Pick<CommonFacts, 'freeText'>

/** What a certificate says, kind by kind. */
export type AttestationContent =
  | { kind: 'monthly_income'; facts: Omit<DocumentFacts['monthly-income-certificate'], Common> }
  | { kind: 'cape_entry'; facts: Omit<DocumentFacts['cape-entry-certificate'], Common> }
  | { kind: 'cape_period'; facts: Omit<DocumentFacts['cape-period-certificate'], Common> }
  | { kind: 'attendance'; facts: Omit<DocumentFacts['attendance-certificate'], Common> }
  | { kind: 'employment'; facts: Omit<DocumentFacts['employment-certificate'], Common> }
  | { kind: 'associate'; facts: Omit<DocumentFacts['associate-certificate'], Common> }
  | { kind: 'work_certificate'; facts: Omit<DocumentFacts['work-certificate'], Common> }
  | { kind: 'settlement_receipt'; facts: Omit<DocumentFacts['settlement-receipt'], Common> }
  | { kind: 'account_statement'; facts: Omit<DocumentFacts['period-statement'], Common> }
  | { kind: 'tutoring_hours'; facts: Omit<DocumentFacts['tutoring-certificate'], Common> }

/** Without a seal only for a look at it before it is issued. */
export interface DrawnWith {
  seal?: PdfSeal
  logo: Logo | null
}

/** A document whose words are chosen; drawing it proves that each can be printed, or refuses. */
export interface Drawing {
  facts: object
  templateVersion: number
  draw(pdf: PdfRenderer, createdAt: Date, means: DrawnWith): Promise<Uint8Array>
}

/**
 * How a certificate is drawn. With `copy`, the free paragraphs of its English copy, the French document is
 * followed by that copy; only the kinds of `COPIED_KINDS` take one.
 */
export function drawingOf(
  content: AttestationContent,
  common: CommonFacts,
  locale: Locale,
  copy: CopyFacts | null = null,
): Drawing {
  // The law lists what two of them say, and an account speaks by its lines: no other word enters.
  const { freeText: _none, ...legal } = common
  switch (content.kind) {
    case 'monthly_income':
      return drawing('monthly-income-certificate', { ...common, ...content.facts }, locale, copy)
    case 'cape_entry':
      return drawing('cape-entry-certificate', { ...common, ...content.facts }, locale, copy)
    case 'attendance':
      return drawing('attendance-certificate', { ...common, ...content.facts }, locale, copy)
    case 'cape_period':
      return drawing('cape-period-certificate', { ...common, ...content.facts }, locale)
    case 'employment':
      return drawing('employment-certificate', { ...common, ...content.facts }, locale)
    case 'associate':
      return drawing('associate-certificate', { ...common, ...content.facts }, locale)
    case 'work_certificate':
      return drawing('work-certificate', { ...legal, ...content.facts }, locale)
    case 'settlement_receipt':
      return drawing('settlement-receipt', { ...legal, ...content.facts }, locale)
    case 'account_statement':
      return drawing('period-statement', { ...legal, ...content.facts }, locale)
    case 'tutoring_hours':
      return drawing('tutoring-certificate', { ...common, ...content.facts }, locale, copy, {
        subjects: content.facts.copySubjects ?? content.facts.subjects,
      })
  }
}

/** A name is printed letter by letter as it is, or the certificate is refused: never a replaced letter. */
function drawing<K extends DocumentKind>(
  kind: K,
  facts: DocumentFacts[K],
  locale: Locale,
  copy: CopyFacts | null = null,
  inCopy: Partial<DocumentFacts[K]> = {},
): Drawing {
  const model = () =>
    copy === null
      ? modelAlone(kind, facts, locale)
      : modelWithCopy(kind, facts, { ...facts, ...inCopy, freeText: copy.freeText })
  return {
    facts: copy?.freeText === undefined ? facts : { ...facts, copyFreeText: copy.freeText },
    templateVersion: TEMPLATE_VERSIONS[kind],
    draw: (pdf, createdAt, { seal, logo }) =>
      orRefused(pdf.render(kind, model(), createdAt, seal, logo)),
  }
}

async function orRefused(bytes: Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await bytes
  } catch (error) {
    if (!(error instanceof UnsupportedCharactersError)) throw error
    const params = { text: error.text, characters: unprintableSigns(error.text) }
    throw new ProblemError('attestation-name-not-printable', params)
  }
}
