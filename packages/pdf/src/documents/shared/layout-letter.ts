import { drawClosing } from '../../primitives/closing-block.ts'
import { drawAddressBand, drawLetterhead } from '../../primitives/letterhead.ts'
import { drawParagraph, drawTitle } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { COLORS, SIZES } from '../../primitives/theme.ts'
import type { LetterModel } from './letter.ts'

/** Letterhead, references, address and title. */
export function openLetter(sheet: Sheet, model: LetterModel): void {
  drawLetterhead(sheet, model.letterhead)
  drawAddressBand(sheet, model)
  drawTitle(sheet, model.title, model.subtitle)
}

/** Language note, verification and signature. */
export function closeLetter(sheet: Sheet, model: LetterModel): void {
  drawLanguageNote(sheet, model.languageNote)
  drawClosing(sheet, model)
}

/** On a translation only: which text counts. */
export function drawLanguageNote(sheet: Sheet, note: string | null): void {
  if (note === null) return
  drawParagraph(sheet, note, { size: SIZES.small, color: COLORS.secondary })
}
