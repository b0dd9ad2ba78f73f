import { drawHeading, drawKeyFigure, drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawTable } from '../../primitives/table.ts'
import { closeLetter, openLetter } from '../shared/layout-letter.ts'
import type { PeriodStatementModel } from './model.ts'

/** Points that the balance and the first lines of its table take: a balance alone at the foot of a page says too little. */
const FIGURE_AND_FIRST_LINES = 110

export function layoutPeriodStatement(sheet: Sheet, model: PeriodStatementModel): void {
  openLetter(sheet, model)
  drawParagraph(sheet, model.statement)
  for (const account of model.accounts) {
    drawHeading(sheet, account.heading, FIGURE_AND_FIRST_LINES)
    drawKeyFigure(sheet, account.keyFigure.label, account.keyFigure.value)
    drawTable(sheet, account.table, { widths: [62, 271, 80, 80], firstFigureColumn: 2 })
  }
  closeLetter(sheet, model)
}
