import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import { drawHeading, drawParagraph, drawTitle, paragraphBegins } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawSignaturePlaces, keepWithSignatures } from '../../primitives/signature-places.ts'
import { drawTable } from '../../primitives/table.ts'
import { drawLanguageNote } from '../shared/layout-letter.ts'
import type { ActivityConventionModel } from './model.ts'

export function layoutActivityConvention(sheet: Sheet, model: ActivityConventionModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  drawParagraph(sheet, model.numberLine, { isBold: true })
  drawKeyValues(sheet, model.parties, 0.1)
  for (const article of model.articles) {
    const { heading, paragraphs, table } = article
    if (article === model.articles.at(-1) && table === null)
      keepWithSignatures(sheet, article, model.signatures)
    drawHeading(sheet, heading, paragraphBegins(sheet, paragraphs[0] ?? ''))
    for (const text of paragraphs) drawParagraph(sheet, text)
    if (table !== null) drawTable(sheet, table, { widths: [6, 2], firstFigureColumn: 1 })
  }
  drawLanguageNote(sheet, model.languageNote)
  drawSignaturePlaces(sheet, model.signatures)
}
