import { drawClosing } from '../../primitives/closing-block.ts'
import { drawKeyValues } from '../../primitives/key-value-table.ts'
import { drawParagraph } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawLanguageNote, openLetter } from '../shared/layout-letter.ts'
import type { CapeNoticeModel } from './model.ts'

export function layoutCapeNotice(sheet: Sheet, model: CapeNoticeModel): void {
  openLetter(sheet, model)
  drawParagraph(sheet, model.greeting)
  drawParagraph(sheet, model.statement)
  drawKeyValues(sheet, model.facts)
  drawParagraph(sheet, model.closing)
  drawLanguageNote(sheet, model.languageNote)
  drawClosing(sheet, model)
}
