import PDFDocument from 'pdfkit'
import type { DocumentKind, DocumentModels, ModelWithCopy } from './document-kinds.ts'
import { layoutAccountStatement } from './documents/account-statement/layout.ts'
import { layoutActivityConvention } from './documents/activity-convention/layout.ts'
import { layoutCapeContract } from './documents/cape-contract/layout.ts'
import { layoutCapeEntryCertificate } from './documents/cape-entry-certificate/layout.ts'
import { layoutCapeNotice } from './documents/cape-notice/layout.ts'
import { layoutDeclarationReceipt } from './documents/declaration-receipt/layout.ts'
import { layoutInterviewReport } from './documents/interview-report/layout.ts'
import { layoutMonthlyIncomeCertificate } from './documents/monthly-income-certificate/layout.ts'
import { layoutPeriodStatement } from './documents/period-statement/layout.ts'
import { layoutAttest } from './documents/shared/layout-attest.ts'
import { textsOf } from './documents/shared/texts.ts'
import { layoutSignatureEvidence } from './documents/signature-evidence/layout.ts'
import { layoutSignatureSheet } from './documents/signature-sheet/layout.ts'
import { layoutTutoringCertificate } from './documents/tutoring-certificate/layout.ts'
import { layoutWordSheet } from './documents/word-sheet/layout.ts'
import { fill } from './fill.ts'
import { describeForArchives } from './primitives/archive-words.ts'
import { drawFooters } from './primitives/footer.ts'
import { keepReading } from './primitives/keep-reading.ts'
import { createSheet, type Logo, type Sheet, startCopy } from './primitives/sheet.ts'
import { PAGE } from './primitives/theme.ts'
import { printableModel } from './printable-text.ts'

const LAYOUTS: {
  readonly [Kind in DocumentKind]: (sheet: Sheet, model: DocumentModels[Kind]) => void
} = {
  'associate-certificate': layoutAttest,
  'attendance-certificate': layoutAttest,
  'cape-period-certificate': layoutAttest,
  'employment-certificate': layoutAttest,
  'settlement-receipt': layoutAttest,
  'work-certificate': layoutAttest,
  'monthly-income-certificate': layoutMonthlyIncomeCertificate,
  'cape-entry-certificate': layoutCapeEntryCertificate,
  'cape-contract': layoutCapeContract,
  'cape-notice': layoutCapeNotice,
  'cesa-contract': layoutCapeContract,
  'contract-amendment': layoutCapeContract,
  'activity-convention': layoutActivityConvention,
  'interview-report': layoutInterviewReport,
  'account-statement': layoutAccountStatement,
  'period-statement': layoutPeriodStatement,
  'tutoring-certificate': layoutTutoringCertificate,
  'declaration-receipt': layoutDeclarationReceipt,
  'signature-evidence': layoutSignatureEvidence,
  'signature-sheet': layoutSignatureSheet,
  'word-sheet': layoutWordSheet,
}

/** What people sign, and may read on a screen before they do. */
export const SIGNED_KINDS = [
  'cape-contract',
  'cesa-contract',
  'contract-amendment',
  'activity-convention',
  'interview-report',
] as const satisfies readonly DocumentKind[]

/**
 * Prints a document. The same kind, model and date give the same bytes, so a stored fingerprint
 * stays checkable. Throws `UnsupportedCharactersError` rather than print a wrong name.
 */
export async function renderPdf<Kind extends DocumentKind>(
  kind: Kind,
  model: ModelWithCopy<Kind>,
  options: Options,
): Promise<Uint8Array> {
  const printable = printableModel(model)
  const sheet = fittingSheet(kind, printable, options)
  const { pdf } = sheet
  const bytes = collect(pdf)
  if (SIGNED_KINDS.some((signed) => signed === kind))
    keepReading(pdf, sheet.reading, options.createdAt)
  drawFooters(sheet, printable.footer)
  pdf.end()
  return bytes
}

type Options = { createdAt: Date; logo?: Logo | null }

/** What is signed article by article is long by nature; everything else is wanted on one page. */
const LONG_KINDS: readonly DocumentKind[] = [...SIGNED_KINDS, 'signature-evidence']
/** Certificates: what does not fit with smaller letters is tried with rows closer together too. */
const DENSE_KINDS: readonly DocumentKind[] = [
  'attendance-certificate',
  'cape-period-certificate',
  'monthly-income-certificate',
  'period-statement',
  'settlement-receipt',
  'tutoring-certificate',
  'work-certificate',
]
/** How much smaller letters may get to spare a second page: the smallest still reads on paper. */
const SMALLER = [0.95, 0.9] as const

/**
 * The document on one page, its copy on another, when slightly smaller letters do it. A document that is much
 * longer keeps its letters: they would be small on several pages all the same.
 */
function fittingSheet<Kind extends DocumentKind>(
  kind: Kind,
  model: ModelWithCopy<Kind>,
  options: Options,
): Sheet {
  const drawn = drawnSheet(kind, model, { ...options, scale: 1, isDense: false })
  const wanted = model.copy === undefined ? 1 : 2
  const pages = pagesOf(drawn)
  if (pages <= wanted || pages > 2 * wanted || LONG_KINDS.includes(kind)) return drawn
  const looser = SMALLER.map((scale) => ({ scale, isDense: false }))
  const denser = [1, ...SMALLER].map((scale) => ({ scale, isDense: true }))
  for (const attempt of DENSE_KINDS.includes(kind) ? [...looser, ...denser] : looser) {
    const smaller = drawnSheet(kind, model, { ...options, ...attempt })
    if (pagesOf(smaller) <= wanted) return smaller
  }
  return drawn
}

function drawnSheet<Kind extends DocumentKind>(
  kind: Kind,
  model: ModelWithCopy<Kind>,
  { createdAt, logo = null, ...fit }: Options & Pick<Sheet, 'scale' | 'isDense'>,
): Sheet {
  const alt = fill(textsOf(model.locale).common.logoAlt, { issuer: model.issuerName })
  const sheet = createSheet(openPdf(model, createdAt), { ...fit, logo: logo && { ...logo, alt } })
  LAYOUTS[kind](sheet, model)
  if (model.copy !== undefined) LAYOUTS[kind](startCopy(sheet, languageTag(model.copy)), model.copy)
  return sheet
}

function pagesOf({ pdf }: Sheet): number {
  return pdf.bufferedPageRange().count
}

/** PDF/A-3a and PDF/UA-1: archived as it is, fonts and colour profile inside, structure for screen readers. */
function openPdf(model: DocumentModels[DocumentKind], createdAt: Date): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
    size: 'A4',
    // No default font: PDFKit would load Helvetica, which can print neither our names nor our sums.
    font: '',
    margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: 0 },
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: languageTag(model),
    info: {
      Title: `${model.title} – ${model.number}`,
      Author: model.issuerName,
      Producer: 'Terreau',
      Creator: 'Terreau',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  })
  describeForArchives(pdf, createdAt)
  return pdf
}

function languageTag({ locale }: DocumentModels[DocumentKind]): string {
  return locale === 'fr' ? 'fr-FR' : 'en-GB'
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('error', reject)
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  })
}
