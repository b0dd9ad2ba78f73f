import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import { drawHeading, drawParagraph, drawTitle } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawSignaturePlaces } from '../../primitives/signature-places.ts'
import { drawTable } from '../../primitives/table.ts'
import type { WordSheetModel } from './model.ts'

export function layoutWordSheet(sheet: Sheet, model: WordSheetModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  drawKeyValues(sheet, model.identity)
  for (const { heading, sentences, table } of model.sections) {
    drawHeading(sheet, heading)
    for (const sentence of sentences) drawParagraph(sheet, sentence)
    if (table !== null) drawTable(sheet, table.content, table.shape)
  }
  if (model.signatures !== null) drawSignaturePlaces(sheet, model.signatures)
}
