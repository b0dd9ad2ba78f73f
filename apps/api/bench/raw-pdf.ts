import type { DocumentKind, DocumentModels } from '@terreau/pdf/document-kinds'
import { notoSans } from '@terreau/pdf/fonts/noto-sans'
import { renderPdf } from '@terreau/pdf/render'
import PDFDocument from 'pdfkit'
import { create as createQr } from 'qrcode'

/** A page of the product as PDFKit was told to draw it, without all that decided where things go. */
interface RecordedPage {
  calls: readonly Call[]
  /** Where the QR code stands, and what it says. */
  qr: { text: string; x: number; y: number; unit: number; redundancy: 'L' | 'M' }
}

type Call = { name: Drawn; args: readonly unknown[] }

const DRAWN = [
  'font',
  'fontSize',
  'fillColor',
  'strokeColor',
  'lineWidth',
  'moveTo',
  'lineTo',
  'roundedRect',
  'stroke',
  'fill',
  'text',
  'markStructureContent',
  'markContent',
  'endMarkedContent',
] as const
type Drawn = (typeof DRAWN)[number]
/** What only the QR code of a page uses: where it stands, how large a square is, and its squares. */
const OF_QR = ['translate', 'scale', 'addContent'] as const

/**
 * Draws a document once and writes down each call that its layout made of PDFKit, the squares of the QR code
 * left out: the limit computes and draws those itself.
 */
export async function recordPage<Kind extends DocumentKind>(
  kind: Kind,
  model: DocumentModels[Kind],
  qrText: string,
): Promise<RecordedPage> {
  const calls: Call[] = []
  const ofQr = new Map<string, readonly unknown[]>()
  const prototype = PDFDocument.prototype as unknown as Record<
    string,
    (...args: never[]) => unknown
  >
  const kept = new Map<string, (...args: never[]) => unknown>()
  let depth = 0
  for (const name of [...DRAWN, ...OF_QR]) {
    const own = prototype[name]
    if (own === undefined) throw new Error(`PDFKit has no ${name} any more`)
    kept.set(name, own)
    prototype[name] = function recorded(this: unknown, ...args: never[]) {
      if (depth === 0 && isDrawn(name)) calls.push({ name, args })
      else if (depth === 0) ofQr.set(name, args)
      depth += 1
      try {
        return own.apply(this, args)
      } finally {
        depth -= 1
      }
    }
  }
  try {
    await renderPdf(kind, model, { createdAt: new Date(0) })
  } finally {
    for (const [name, own] of kept) prototype[name] = own
  }
  const [x, y] = (ofQr.get('translate') ?? []).map(Number)
  const [unit] = (ofQr.get('scale') ?? []).map(Number)
  const squares = String(ofQr.get('addContent')).trim().split('\n')
  if (x === undefined || y === undefined || unit === undefined)
    throw new Error('a certificate has a QR code')
  const across = Math.max(...squares.map((one) => columnAfter(one.split(' ').map(Number))))
  const isM = createQr(bytesOf(qrText), { errorCorrectionLevel: 'M' }).modules.size <= across
  return { calls, qr: { text: qrText, x, y, unit, redundancy: isM ? 'M' : 'L' } }
}

/**
 * The limit for certificates: PDFKit alone drawing that very page, the same words at the same places under
 * the same styles, as marked content, with the same fonts already parsed, the same archive options and the
 * same payload in the QR code. Nothing is measured, wrapped or decided again.
 */
export function rawPage({ calls, qr }: RecordedPage): Promise<Uint8Array> {
  const pdf = openRaw()
  const done = collect(pdf)
  let open: Call[] | null = null
  for (const call of calls) {
    if (call.name === 'markStructureContent') open = []
    else if (call.name === 'endMarkedContent' && open !== null) {
      const element = open
      open = null
      pdf.addStructure(pdf.struct('P', {}, () => replay(pdf, element)))
    } else if (open !== null) open.push(call)
    else replay(pdf, [call])
  }
  drawQr(pdf, qr)
  pdf.end()
  return done
}

/**
 * The limit that was used before, for reading: the same words one line under the other, no layout, no tables,
 * and a short QR code.
 */
export function rawLines(lines: readonly string[], qrText: string): Promise<Uint8Array> {
  const pdf = openRaw()
  const done = collect(pdf)
  pdf.fontSize(8)
  for (const [n, line] of lines.entries()) {
    pdf.font(n % 3 === 0 ? 'bold' : 'regular')
    pdf.addStructure(pdf.struct('P', {}, () => pdf.text(line)))
  }
  drawQr(pdf, { text: qrText, x: 450, y: 700, unit: 2, redundancy: 'M' })
  pdf.end()
  return done
}

function openRaw(): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { left: 51, right: 51, top: 45, bottom: 0 },
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: 'fr-FR',
    info: { Title: 'Banc', CreationDate: new Date(0), ModDate: new Date(0) },
  })
  // PDFKit takes a parsed font as it is; its types only know files.
  pdf.registerFont('regular', notoSans('regular') as never)
  pdf.registerFont('bold', notoSans('bold') as never)
  return pdf
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  return new Promise((resolve) =>
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks)))),
  )
}

function replay(pdf: PDFKit.PDFDocument, calls: readonly Call[]): void {
  for (const { name, args } of calls)
    (pdf as unknown as Record<string, (...given: unknown[]) => unknown>)[name]?.(...args)
}

function isDrawn(name: string): name is Drawn {
  return DRAWN.some((one) => one === name)
}

/** The column after the last one of a rectangle. */
function columnAfter([column = 0, , length = 0]: readonly number[]): number {
  return column + length
}

function bytesOf(text: string) {
  return [{ data: new TextEncoder().encode(text), mode: 'byte' as const }]
}

function drawQr(
  pdf: PDFKit.PDFDocument,
  { text, x, y, unit, redundancy }: RecordedPage['qr'],
): void {
  const { size, data } = createQr(bytesOf(text), { errorCorrectionLevel: redundancy }).modules
  pdf.addStructure(
    pdf.struct('Figure', { alt: 'QR' }, () => {
      for (let at = 0; at < size * size; at += 1) {
        if (data[at]) pdf.rect(x + (at % size) * unit, y + Math.floor(at / size) * unit, unit, unit)
      }
      pdf.fill('black')
    }),
  )
}
