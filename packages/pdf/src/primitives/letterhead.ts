import { drawRule, type Sheet } from './sheet.ts'
import { drawText, textWidth } from './text.ts'
import { COLORS, CONTENT_WIDTH, mm, PAGE, SIZES } from './theme.ts'

export type Letterhead = { readonly name: string; readonly lines: readonly string[] }

/** Where the window of a DL envelope shows the address once the sheet is folded in three. */
const WINDOW = { x: mm(110), y: mm(50), width: mm(82) } as const
const BELOW_WINDOW = mm(88)

/** Who issues the document: name, seat, registration number. */
export function drawLetterhead(sheet: Sheet, letterhead: Letterhead): void {
  const nameStyle = { size: 14, isBold: true, color: COLORS.accent }
  sheet.y = PAGE.top - 8
  sheet.y += drawText(sheet, letterhead.name, {
    box: { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH },
    style: nameStyle,
    tag: { type: 'P' },
  })
  for (const line of letterhead.lines) {
    sheet.y += drawText(sheet, line, {
      box: { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH },
      style: { size: SIZES.small, color: COLORS.secondary },
      tag: { type: 'P' },
    })
  }
  sheet.y += 5
  drawRule(sheet, {
    x: PAGE.left,
    y: sheet.y,
    width: CONTENT_WIDTH,
    color: COLORS.accent,
    thickness: 1.2,
  })
  sheet.y += 14
}

/** References on the left, the receiver's address in the window of the envelope. */
export function drawAddressBand(
  sheet: Sheet,
  band: { references: readonly string[]; address: readonly string[]; stamp: string | null },
): void {
  drawLines(sheet, band.references, { x: PAGE.left, y: WINDOW.y, width: mm(85) })
  drawLines(sheet, band.address, WINDOW)
  if (band.stamp !== null) drawStamp(sheet, band.stamp, { x: PAGE.left, y: mm(74) })
  sheet.y = BELOW_WINDOW
}

/** A state with legal weight, as a rubber stamp would print it. */
export function drawStamp(sheet: Sheet, text: string, at: { x: number; y: number }): void {
  const style = { size: 11, isBold: true }
  const width = textWidth(sheet, text, style) + 20
  sheet.pdf.markContent('Artifact', { type: 'Layout' })
  sheet.pdf.lineWidth(1.4).strokeColor(COLORS.ink).roundedRect(at.x, at.y, width, 24, 5).stroke()
  sheet.pdf
    .lineWidth(0.5)
    .roundedRect(at.x + 2.5, at.y + 2.5, width - 5, 19, 3.5)
    .stroke()
  sheet.pdf.endMarkedContent()
  const box = { x: at.x + 10, y: at.y + 4.5, width: width - 18 }
  drawText(sheet, text, { box, style, tag: { type: 'P' } })
}

function drawLines(
  sheet: Sheet,
  lines: readonly string[],
  at: { x: number; y: number; width: number },
): void {
  let y = at.y
  for (const [index, text] of lines.entries()) {
    const style = { size: 10, isBold: index === 0 }
    y += drawText(sheet, text, { box: { ...at, y }, style, tag: { type: 'P' } })
  }
}
