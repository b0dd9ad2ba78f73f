import { addElement, drawRule, ensureSpace, type Sheet } from './sheet.ts'
import { drawText, textHeight } from './text.ts'
import { COLORS, CONTENT_WIDTH, PAGE, SIZES } from './theme.ts'

export type KeyValue = { readonly label: string; readonly value: string }

/** Facts one under the other: the question on the left, the answer on the right. */
export function drawKeyValues(sheet: Sheet, pairs: readonly KeyValue[], labelShare = 0.32): void {
  const table = addElement(sheet, 'Table')
  const labelWidth = CONTENT_WIDTH * labelShare
  const valueWidth = CONTENT_WIDTH - labelWidth
  const labelStyle = { size: SIZES.body, color: COLORS.secondary }
  const valueStyle = { size: SIZES.body }
  const padding = sheet.isDense ? 1 : 2.5
  for (const { label, value } of pairs) {
    const height =
      Math.max(
        textHeight(sheet, label, labelWidth - 8, labelStyle),
        textHeight(sheet, value, valueWidth, valueStyle),
      ) +
      2 * padding
    ensureSpace(sheet, height)
    const row = addElement(sheet, 'TR', { parent: table })
    const y = sheet.y + padding
    drawText(sheet, label, {
      box: { x: PAGE.left, y, width: labelWidth - 8 },
      style: labelStyle,
      tag: { type: 'TH', parent: row, scope: 'Row' },
    })
    drawText(sheet, value, {
      box: { x: PAGE.left + labelWidth, y, width: valueWidth },
      style: valueStyle,
      tag: { type: 'TD', parent: row },
    })
    sheet.y += height
    drawRule(sheet, { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH, color: COLORS.faintRule })
  }
  sheet.y += 7
}
