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
    for (const run of darkRuns(modules)) {
      const x = code.x + (run.column + QUIET_ZONE) * unit
      const y = code.y + (run.row + QUIET_ZONE) * unit
      sheet.pdf.rect(x, y, run.length * unit, unit)
    }
    sheet.pdf.fill(COLORS.ink)
  })
}

/** A long text is worth less redundancy: squares that the printer and the phone can tell apart come first. */
function modulesOf(text: string, side: number): QrModules {
  // Said to be bytes: looking for runs of digits in an address takes longer than drawing the page.
  const bytes = new TextEncoder().encode(text)
  const fits = (size: number) => side / (size + 2 * QUIET_ZONE) >= SMALLEST_UNIT
  return qrModules(bytes, fits(qrSize(bytes, 'M')) ? 'M' : 'L')
}

type Run = { row: number; column: number; length: number }

/** Dark modules joined along each row: fewer shapes, and no hairlines between them. */
function darkRuns({ size, cells }: QrModules): Run[] {
  const runs: Run[] = []
  for (let row = 0; row < size; row += 1) {
    let open: Run | null = null
    for (let column = 0; column < size; column += 1) {
      if (!cells[row * size + column]) {
        open = null
      } else if (open === null) {
        open = { row, column, length: 1 }
        runs.push(open)
      } else {
        open.length += 1
      }
    }
  }
  return runs
}
