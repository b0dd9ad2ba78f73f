import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawHeading, drawKeyFigure, drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawTable } from '../../primitives/table.ts'
import { closeLetter, openLetter } from '../shared/layout-letter.ts'
import type { TutoringCertificateModel } from './model.ts'

export function layoutTutoringCertificate(sheet: Sheet, model: TutoringCertificateModel): void {
  openLetter(sheet, model)
  drawParagraph(sheet, model.statement)
  drawKeyValues(sheet, model.identity)
  drawKeyFigure(sheet, model.keyFigure.label, model.keyFigure.value)
  drawHeading(sheet, model.hoursHeading)
  drawTable(sheet, model.hours, { widths: [4, 2, 3, 3, 3], firstFigureColumn: 1 })
  closeLetter(sheet, model)
}
