import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawKeyFigure, drawParagraph } from '../../primitives/prose.ts'
import { ensureSpace, type Sheet } from '../../primitives/sheet.ts'
import { drawTable } from '../../primitives/table.ts'
import { closeLetter, openLetter } from '../shared/layout-letter.ts'
import type { TutoringCertificateModel } from './model.ts'

/** A figure stays with what it is made of: its details, and the first month. */
const PART_START = 170

export function layoutTutoringCertificate(sheet: Sheet, model: TutoringCertificateModel): void {
  openLetter(sheet, model)
  drawParagraph(sheet, model.statement)
  drawKeyValues(sheet, model.identity)
  for (const part of model.parts) {
    ensureSpace(sheet, PART_START)
    drawKeyFigure(sheet, part.keyFigure.label, part.keyFigure.value)
    drawTable(sheet, part.details, { widths: [44, 34, 50, 60], firstFigureColumn: 0 })
    drawTable(sheet, part.hours, { widths: [4, 2, 3, 3, 3], firstFigureColumn: 1 })
  }
  closeLetter(sheet, model)
}
