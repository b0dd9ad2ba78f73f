import { type QrModules, qrModules, qrSize } from './qr-modules.ts'
import { addElement, type Sheet, type StructureElement } from './sheet.ts'
import { COLORS, mm } from './theme.ts'

/** Light modules a reader needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4
/** Squares below this are lost by office printers and plain phone cameras. */
const SMALLEST_UNIT = mm(0.35)

/** A QR code drawn as rectangles, with words for those who cannot see it. */
export function drawQrCode(
  sheet: Sheet,
  code: {
    text: string
    alt: string
    x: number
    y: number
    side: number
    parent?: StructureElement
  },
): void {
  const modules = modulesOf(code.text, code.side)
  const unit = code.side / (modules.size + 2 * QUIET_ZONE)
  const parent = code.parent === undefined ? {} : { parent: code.parent }
  const figure = addElement(sheet, 'Figure', {
    ...parent,
    alt: code.alt,
    bbox: [code.x, code.y, code.x + code.side, code.y + code.side],
  })
  figure.add(() => {
    sheet.pdf.save()
    sheet.pdf.translate(code.x + QUIET_ZONE * unit, code.y + QUIET_ZONE * unit).scale(unit)
    // One piece of content in whole numbers: a thousand calls of `rect` were a third of the memory of a page.
    sheet.pdf.addContent(darkRuns(modules))
    sheet.pdf.fill(COLORS.ink)
    sheet.pdf.restore()
  })
}

/** A long text is worth less redundancy: squares that the printer and the phone can tell apart come first. */
function modulesOf(text: string, side: number): QrModules {
  // Said to be bytes: looking for runs of digits in an address takes longer than drawing the page.
  const bytes = new TextEncoder().encode(text)
  const fits = (size: number) => side / (size + 2 * QUIET_ZONE) >= SMALLEST_UNIT
  return qrModules(bytes, fits(qrSize(bytes, 'M')) ? 'M' : 'L')
}

/** Dark modules joined along each row, as rectangles: fewer shapes, and no hairlines between them. */
function darkRuns({ size, cells }: QrModules): string {
  let rectangles = ''
  for (let row = 0; row < size; row += 1) {
    let from = -1
    for (let column = 0; column <= size; column += 1) {
      const isDark = column < size && cells[row * size + column] === 1
      if (isDark && from < 0) from = column
      if (isDark || from < 0) continue
      rectangles += `${from} ${row} ${column - from} 1 re\n`
      from = -1
    }
  }
  return rectangles
}
