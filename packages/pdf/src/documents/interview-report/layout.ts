import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import { drawHeading, drawParagraph, drawTitle, paragraphBegins } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import {
  drawSignaturePlaces,
  firstHeight,
  keepWithSignatures,
} from '../../primitives/signature-places.ts'
import { drawLanguageNote } from '../shared/layout-letter.ts'
import type { InterviewReportModel } from './model.ts'

export function layoutInterviewReport(sheet: Sheet, model: InterviewReportModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  drawParagraph(sheet, model.numberLine, { isBold: true })
  drawKeyValues(sheet, model.facts, 0.25)
  const last = model.parts.at(-1)
  for (const part of model.parts) {
    if (part === last) keepLast(sheet, part, model)
    drawHeading(sheet, part.heading, paragraphBegins(sheet, part.paragraphs[0] ?? ''))
    for (const [index, text] of part.paragraphs.entries()) {
      // Words of half a page and more may be cut: their end is still read where people sign.
      const isEnd = part === last && index === part.paragraphs.length - 1
      drawParagraph(sheet, text, { following: isEnd ? signaturesBelow(sheet, model) : 0 })
    }
  }
  drawLanguageNote(sheet, model.languageNote)
  drawSignaturePlaces(sheet, model.signatures)
}

function keepLast(
  sheet: Sheet,
  { heading, paragraphs: texts }: InterviewReportModel['parts'][number],
  { languageNote, signatures }: InterviewReportModel,
): void {
  const paragraphs = languageNote === null ? texts : [...texts, languageNote]
  keepWithSignatures(sheet, { heading, paragraphs }, signatures)
}

function signaturesBelow(sheet: Sheet, { languageNote, signatures }: InterviewReportModel): number {
  const note = languageNote === null ? 0 : paragraphBegins(sheet, languageNote)
  return note + firstHeight(sheet, signatures) + 10
}
