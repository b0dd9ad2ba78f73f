import { drawClosing } from '../../primitives/closing-block.ts'
import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawHeading, drawNotice, drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawSignaturePlaces, firstHeight } from '../../primitives/signature-places.ts'
import { drawTable } from '../../primitives/table.ts'
import type { AttestModel } from './attest.ts'
import { closeLetter, openLetter } from './layout-letter.ts'

/** The layout that every certificate about a person shares. */
export function layoutAttest(sheet: Sheet, model: AttestModel): void {
  openLetter(sheet, model)
  drawParagraph(sheet, model.statement, { spaceAfter: 9 })
  drawKeyValues(sheet, model.identity)
  if (model.table !== null) {
    const { heading, content, widths, firstFigureColumn } = model.table
    drawHeading(sheet, heading)
    drawTable(sheet, content, { widths, firstFigureColumn })
  }
  if (model.places === null) {
    closeLetter(sheet, model)
    return
  }
  // Both read what they sign before they sign it, and on the page that they sign.
  const signatures = { heading: null, ...model.places }
  drawNotice(sheet, model.notice, firstHeight(sheet, signatures))
  drawSignaturePlaces(sheet, signatures)
  drawClosing(sheet, model)
}
