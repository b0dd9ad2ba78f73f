import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import { drawHeading, drawParagraph, drawTitle } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import type { SignatureEvidenceModel } from './model.ts'

export function layoutSignatureEvidence(sheet: Sheet, model: SignatureEvidenceModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  drawParagraph(sheet, model.intro)
  drawKeyValues(sheet, model.document)
  for (const { heading, lines } of model.signatures) {
    drawHeading(sheet, heading, 120)
    drawKeyValues(sheet, lines)
  }
  drawHeading(sheet, model.meaningHeading)
  for (const sentence of model.meaning) drawParagraph(sheet, sentence)
}
