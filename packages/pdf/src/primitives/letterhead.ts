import { drawArtifact, drawRule, type Sheet, type StructureElement } from './sheet.ts'
import { drawText, textHeight, textWidth } from './text.ts'
import { COLORS, CONTENT_WIDTH, mm, PAGE, SIZES } from './theme.ts'

export type Letterhead = { readonly name: string; readonly lines: readonly string[] }

/** Where the window of a DL envelope shows the address once the sheet is folded in three. */
const WINDOW = { x: mm(110), y: mm(50), width: mm(82) } as const
const BELOW_WINDOW = mm(88)
const STAMP_HEIGHT = 24

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
  const y = Math.max(WINDOW.y, sheet.y)
  const referencesEnd = drawLines(sheet, band.references, { x: PAGE.left, y, width: mm(85) })
  const addressEnd = drawLines(sheet, band.address, { ...WINDOW, y })
  if (band.stamp !== null) drawStamp(sheet, band.stamp, { x: PAGE.left, y: referencesEnd + 8 })
  const stampEnd = referencesEnd + (band.stamp === null ? 0 : 32)
  sheet.y = Math.max(BELOW_WINDOW, addressEnd + 12, stampEnd + 12)
}

/** A state with legal weight, as a rubber stamp would print it. */
export function drawStamp(
  sheet: Sheet,
  text: string,
  at: { x: number; y: number; size?: number; parent?: StructureElement },
): void {
  const style = { size: at.size ?? SIZES.subtitle, isBold: true }
  const width = textWidth(sheet, text, style) + 20
  drawArtifact(sheet, 'Layout', (pdf) => {
    pdf.lineWidth(1.4).strokeColor(COLORS.ink)
    pdf.roundedRect(at.x, at.y, width, STAMP_HEIGHT, 5).stroke()
    pdf.lineWidth(0.5)
    pdf.roundedRect(at.x + 2.5, at.y + 2.5, width - 5, STAMP_HEIGHT - 5, 3.5).stroke()
  })
  const y = at.y + (STAMP_HEIGHT - textHeight(sheet, text, width, style)) / 2
  const box = { x: at.x + 10, y, width: width - 18 }
  const parent = at.parent === undefined ? {} : { parent: at.parent }
  drawText(sheet, text, { box, style, tag: { type: 'P', ...parent } })
}

function drawLines(
  sheet: Sheet,
  lines: readonly string[],
  at: { x: number; y: number; width: number },
): number {
  let y = at.y
  for (const [index, text] of lines.entries()) {
    const style = { size: 10, isBold: index === 0 }
    y += drawText(sheet, text, { box: { ...at, y }, style, tag: { type: 'P' } })
  }
  return y
}
