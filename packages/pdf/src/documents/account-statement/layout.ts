import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawKeyFigure, drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawTable } from '../../primitives/table.ts'
import { COLORS, SIZES } from '../../primitives/theme.ts'
import { closeLetter, openLetter } from '../shared/layout-letter.ts'
import type { AccountStatementModel } from './model.ts'

export function layoutAccountStatement(sheet: Sheet, model: AccountStatementModel): void {
  openLetter(sheet, model)
  drawKeyValues(sheet, model.identity)
  drawKeyFigure(sheet, model.keyFigure.label, model.keyFigure.value)
  drawTable(sheet, model.table, { widths: [62, 271, 80, 80], firstFigureColumn: 2 })
  closeLetter(sheet, model)
  const proof = { size: SIZES.tiny, color: COLORS.secondary, spaceAfter: 1 }
  for (const line of model.closing) drawParagraph(sheet, line, proof)
}
