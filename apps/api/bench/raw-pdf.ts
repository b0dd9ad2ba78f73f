import { notoSans } from '@terreau/pdf/fonts/noto-sans'
import PDFDocument from 'pdfkit'
import { create as createQr } from 'qrcode'

/**
 * The limit for certificates: PDFKit alone writing the same words, with the same fonts already parsed, the
 * same archive options, one structure element per line, and the QR code as squares. No layout, no tables.
 */
export function rawPdf(lines: readonly string[], qrText: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 50,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: 'fr-FR',
    info: { Title: 'Banc', CreationDate: new Date(0), ModDate: new Date(0) },
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const done = new Promise<Uint8Array>((resolve) =>
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks)))),
  )
  // PDFKit takes a parsed font as it is; its types only know files.
  pdf.registerFont('regular', notoSans('regular') as never)
  pdf.registerFont('bold', notoSans('bold') as never)
  pdf.fontSize(8)
  for (const [n, line] of lines.entries()) {
    pdf.font(n % 3 === 0 ? 'bold' : 'regular')
    pdf.addStructure(pdf.struct('P', {}, () => pdf.text(line)))
  }
  drawQr(pdf, qrText)
  pdf.end()
  return done
}

function drawQr(pdf: PDFKit.PDFDocument, text: string): void {
  const { size, data } = createQr(text, { errorCorrectionLevel: 'M' }).modules
  pdf.addStructure(
    pdf.struct('Figure', { alt: 'QR' }, () => {
      for (let at = 0; at < size * size; at += 1) {
        if (data[at]) pdf.rect(450 + (at % size) * 2, 700 + Math.floor(at / size) * 2, 2, 2)
      }
      pdf.fill('black')
    }),
  )
}
