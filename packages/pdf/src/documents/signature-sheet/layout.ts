import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import { drawKeyFigure, drawParagraph, drawTitle } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawSignaturePlaces } from '../../primitives/signature-places.ts'
import type { SignatureSheetModel } from './model.ts'

export function layoutSignatureSheet(sheet: Sheet, model: SignatureSheetModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  const [reference, ...others] = model.document
  if (reference !== undefined) drawKeyFigure(sheet, reference.label, reference.value)
  drawKeyValues(sheet, others)
  for (const sentence of model.how) drawParagraph(sheet, sentence)
  for (const places of model.pairs)
    drawSignaturePlaces(sheet, { heading: model.signaturesHeading, doneAt: model.doneAt, places })
}
