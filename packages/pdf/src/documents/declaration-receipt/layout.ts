import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawHeading, drawKeyFigure, drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawTable } from '../../primitives/table.ts'
import { closeLetter, openLetter } from '../shared/layout-letter.ts'
import type { DeclarationReceiptModel } from './model.ts'

export function layoutDeclarationReceipt(sheet: Sheet, model: DeclarationReceiptModel): void {
  openLetter(sheet, model, false)
  drawParagraph(sheet, model.statement)
  drawKeyValues(sheet, model.identity)
  drawKeyFigure(sheet, model.keyFigure.label, model.keyFigure.value)
  for (const section of model.sections) {
    drawHeading(sheet, section.heading)
    if (section.table === null) drawParagraph(sheet, section.empty)
    else drawTable(sheet, section.table, { widths: [58, 148, 142, 80, 65], firstFigureColumn: 3 })
  }
  closeLetter(sheet, model)
}
