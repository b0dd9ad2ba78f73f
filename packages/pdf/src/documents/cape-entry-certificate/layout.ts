import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawHeading, drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { closeLetter, openLetter } from '../shared/layout-letter.ts'
import type { CapeEntryCertificateModel } from './model.ts'

export function layoutCapeEntryCertificate(sheet: Sheet, model: CapeEntryCertificateModel): void {
  openLetter(sheet, model)
  drawParagraph(sheet, model.statement)
  drawKeyValues(sheet, model.holder)
  drawHeading(sheet, model.supporterHeading)
  drawKeyValues(sheet, model.supporter)
  closeLetter(sheet, model)
}
