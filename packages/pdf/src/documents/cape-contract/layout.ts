import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import {
  drawHeading,
  drawList,
  drawParagraph,
  drawSubheading,
  drawTitle,
} from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawSignaturePlaces } from '../../primitives/signature-places.ts'
import { drawTable } from '../../primitives/table.ts'
import { drawLanguageNote } from '../shared/layout-letter.ts'
import type { Article, ArticleBlock } from './articles.ts'
import type { CapeContractModel } from './model.ts'

export function layoutCapeContract(sheet: Sheet, model: CapeContractModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  drawParagraph(sheet, model.numberLine, { isBold: true })
  drawKeyValues(sheet, model.parties, 0.1)
  for (const article of model.articles) drawArticle(sheet, article)
  drawLanguageNote(sheet, model.languageNote)
  drawSignaturePlaces(sheet, model.signatures)
}

function drawArticle(sheet: Sheet, article: Article): void {
  drawHeading(sheet, article.heading)
  for (const block of article.blocks) drawBlock(sheet, block)
}

function drawBlock(sheet: Sheet, block: ArticleBlock): void {
  switch (block.kind) {
    case 'paragraph':
      drawParagraph(sheet, block.text)
      break
    case 'subheading':
      drawSubheading(sheet, block.text)
      break
    case 'list':
      drawList(sheet, block.items, block.intro)
      break
    case 'table':
      drawTable(sheet, block.table, { widths: [4, 3, 4], firstFigureColumn: 3 })
      break
  }
}
