import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawHeading, drawKeyFigure, drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawTable } from '../../primitives/table.ts'
import { SIZES } from '../../primitives/theme.ts'
import { closeLetter, openLetter } from '../shared/layout-letter.ts'
import type { MonthlyIncomeCertificateModel } from './model.ts'

export function layoutMonthlyIncomeCertificate(
  sheet: Sheet,
  model: MonthlyIncomeCertificateModel,
): void {
  openLetter(sheet, model)
  drawParagraph(sheet, model.statement)
  drawKeyValues(sheet, model.identity)
  drawKeyFigure(sheet, model.keyFigure.label, model.keyFigure.value)
  drawHeading(sheet, model.accountHeading)
  drawTable(sheet, model.account, {
    widths: [64, 53.6, 53.6, 53.6, 53.6, 53.6, 53.6, 53.6, 53.6],
    firstFigureColumn: 1,
    size: SIZES.tiny + 0.25,
  })
  if (model.salaries !== null) {
    drawHeading(sheet, model.salaries.heading)
    drawTable(sheet, model.salaries.table, { widths: [3, 2, 2, 2], firstFigureColumn: 1 })
  }
  closeLetter(sheet, model)
}
