import type { LocalDate } from '@terreau/domain/time/local-date'
import { formatCents, formatDate, formatMinutes } from '@terreau/i18n/format'
import {
  type DocumentFacts,
  type DocumentKind,
  documentModel,
  TEMPLATE_VERSIONS,
} from '@terreau/pdf/document-kinds'
import { printableModel, UnsupportedCharactersError } from '@terreau/pdf/printable-text'
import type { KeyFigure } from '@terreau/protocol/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import type { PdfRenderer } from '../../platform/pdf/renderer.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/** What the writer of a certificate adds to any content: who issues it, to whom, under which number. */
type Common = 'issuer' | 'person' | 'issue'
export type CommonFacts = Pick<DocumentFacts['cape-entry-certificate'], Common>

/** What a certificate says, kind by kind. */
export type AttestationContent =
  | { kind: 'monthly_income'; facts: Omit<DocumentFacts['monthly-income-certificate'], Common> }
  | { kind: 'cape_entry'; facts: Omit<DocumentFacts['cape-entry-certificate'], Common> }
  | { kind: 'tutoring_hours'; facts: Omit<DocumentFacts['tutoring-certificate'], Common> }

export type AttestationKind = AttestationContent['kind']

/** A document whose words are chosen and proved printable, ready to be drawn. */
export interface Drawing {
  facts: object
  templateVersion: number
  draw(pdf: PdfRenderer, createdAt: Date): Promise<Uint8Array>
}

export function drawingOf(
  content: AttestationContent,
  common: CommonFacts,
  locale: Locale,
): Drawing {
  if (content.kind === 'monthly_income')
    return drawing('monthly-income-certificate', { ...common, ...content.facts }, locale)
  if (content.kind === 'cape_entry')
    return drawing('cape-entry-certificate', { ...common, ...content.facts }, locale)
  return drawing('tutoring-certificate', { ...common, ...content.facts }, locale)
}

/** The period a certificate speaks of: months 'YYYY-MM' or days 'YYYY-MM-DD'. */
export function periodOf(content: AttestationContent): { start: string; end: string } {
  if (content.kind === 'monthly_income') {
    const months = content.facts.months.map((line) => line.month)
    return { start: months[0] ?? '', end: months.at(-1) ?? '' }
  }
  if (content.kind === 'cape_entry')
    return { start: content.facts.startsOn, end: content.facts.endsOn }
  return { start: content.facts.period.startsOn, end: content.facts.period.endsOn }
}

/** The figures that a reader compares with the paper, in the very form that is printed there. */
export function keyFiguresOf(content: AttestationContent, locale: Locale): KeyFigure[] {
  if (content.kind === 'monthly_income') {
    const { months } = content.facts
    const total = (pick: (line: (typeof months)[number]) => bigint): string =>
      formatCents(
        months.reduce((sum, line) => sum + pick(line), 0n),
        locale,
      )
    return [
      { key: 'pay', value: total((line) => line.payCents) },
      { key: 'revenue', value: total((line) => line.revenueCents) },
      { key: 'result', value: total((line) => line.resultCents) },
      { key: 'balance', value: formatCents(months.at(-1)?.balanceCents ?? 0n, locale) },
    ]
  }
  const day = (date: LocalDate): string => formatDate(date, locale, 'long')
  if (content.kind === 'cape_entry') {
    const { startsOn, endsOn, contractNumber } = content.facts
    return [
      { key: 'startsOn', value: day(startsOn) },
      { key: 'endsOn', value: day(endsOn) },
      { key: 'contractNumber', value: contractNumber },
    ]
  }
  const confirmed = content.facts.months.reduce((sum, line) => sum + line.confirmedMinutes, 0)
  return [
    { key: 'confirmedHours', value: formatMinutes(confirmed, locale) },
    { key: 'peopleHelped', value: String(content.facts.peopleHelped) },
  ]
}

/** A name is printed letter by letter as it is, or the certificate is refused: never a replaced letter. */
function drawing<K extends DocumentKind>(
  kind: K,
  facts: DocumentFacts[K],
  locale: Locale,
): Drawing {
  const model = printableOrRefuse(documentModel(kind, facts, locale))
  return {
    facts,
    templateVersion: TEMPLATE_VERSIONS[kind],
    draw: (pdf, createdAt) => pdf.render(kind, model, createdAt),
  }
}

function printableOrRefuse<Model>(model: Model): Model {
  try {
    return printableModel(model)
  } catch (error) {
    if (!(error instanceof UnsupportedCharactersError)) throw error
    const params = { text: error.text, characters: error.characters.join(' ') }
    throw new ProblemError('attestation-name-not-printable', params)
  }
}
