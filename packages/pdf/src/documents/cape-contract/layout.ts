import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawLetterhead } from '../../primitives/letterhead.ts'
import {
  drawHeading,
  drawList,
  drawParagraph,
  drawSubheading,
  drawTitle,
  listBegins,
  paragraphBegins,
} from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawSignaturePlaces, keepWithSignatures } from '../../primitives/signature-places.ts'
import { drawTable, tableBegins } from '../../primitives/table.ts'
import { drawLanguageNote } from '../shared/layout-letter.ts'
import type { Article, ArticleBlock } from './articles.ts'
import type { CapeContractModel } from './model.ts'

const TABLE_SHAPE = { widths: [4, 3, 4], firstFigureColumn: 3 } as const
const SUBHEADING = 20

export function layoutCapeContract(sheet: Sheet, model: CapeContractModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawTitle(sheet, model.title, model.subtitle)
  drawParagraph(sheet, model.numberLine, { isBold: true })
  drawKeyValues(sheet, model.parties, 0.1)
  for (const article of model.articles) {
    if (article === model.articles.at(-1)) keepLastWith(sheet, article, model)
    drawArticle(sheet, article)
  }
  drawLanguageNote(sheet, model.languageNote)
  drawSignaturePlaces(sheet, model.signatures)
}

function keepLastWith(sheet: Sheet, { heading, blocks }: Article, model: CapeContractModel): void {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  if (texts.length < blocks.length) return
  const paragraphs = model.languageNote === null ? texts : [...texts, model.languageNote]
  keepWithSignatures(sheet, { heading, paragraphs }, model.signatures)
}

function drawArticle(sheet: Sheet, { heading, blocks }: Article): void {
  drawHeading(sheet, heading, heightToBegin(sheet, blocks))
  for (const [index, block] of blocks.entries()) {
    drawBlock(sheet, block, heightToBegin(sheet, blocks.slice(index + 1)))
  }
}

/** What must stand below a heading for it not to be alone at the end of a page. */
function heightToBegin(sheet: Sheet, blocks: readonly ArticleBlock[]): number {
  const [block, ...others] = blocks
  switch (block?.kind) {
    case 'paragraph':
      return paragraphBegins(sheet, block.text)
    case 'list':
      return listBegins(sheet, block.items, block.intro)
    case 'table':
      return tableBegins(sheet, block.table, TABLE_SHAPE)
    case 'subheading':
      return SUBHEADING + heightToBegin(sheet, others)
    default:
      return 0
  }
}

function drawBlock(sheet: Sheet, block: ArticleBlock, following: number): void {
  switch (block.kind) {
    case 'paragraph':
      drawParagraph(sheet, block.text)
      break
    case 'subheading':
      drawSubheading(sheet, block.text, following)
      break
    case 'list':
      drawList(sheet, block.items, block.intro)
      break
    case 'table':
      drawTable(sheet, block.table, TABLE_SHAPE)
      break
  }
}
