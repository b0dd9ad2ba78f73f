import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import { drawHeading, drawParagraph, drawTitle } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawSignaturePlaces } from '../../primitives/signature-places.ts'
import { drawLanguageNote } from '../shared/layout-letter.ts'
import type { InterviewReportModel } from './model.ts'

export function layoutInterviewReport(sheet: Sheet, model: InterviewReportModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  drawParagraph(sheet, model.numberLine, { isBold: true })
  drawKeyValues(sheet, model.facts, 0.25)
  for (const { heading, paragraphs } of model.parts) {
    drawHeading(sheet, heading)
    for (const text of paragraphs) drawParagraph(sheet, text)
  }
  drawLanguageNote(sheet, model.languageNote)
  drawSignaturePlaces(sheet, model.signatures)
}
