import { drawArtifact, type Sheet, type StructureElement } from './sheet.ts'
import { drawText, textHeight, textWidth } from './text.ts'
import { COLORS, SIZES } from './theme.ts'

const STAMP_HEIGHT = 24

/** A state with legal weight, as a rubber stamp would print it. */
export function drawStamp(
  sheet: Sheet,
  text: string,
  at: { x: number; y: number; size?: number; parent?: StructureElement },
): void {
  const style = { size: at.size ?? SIZES.subtitle, isBold: true }
  const width = stampWidth(sheet, text, style.size)
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

/** Room that a stamp takes on its line. */
export function stampWidth(sheet: Sheet, text: string, size: number = SIZES.subtitle): number {
  return textWidth(sheet, text, { size, isBold: true }) + 20
}
