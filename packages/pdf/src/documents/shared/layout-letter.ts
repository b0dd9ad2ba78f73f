import { closingHeight, drawClosing } from '../../primitives/closing-block.ts'
import { drawAddressBand, drawLetterhead } from '../../primitives/letterhead.ts'
import { drawNotice, drawParagraph, drawTitle } from '../../primitives/prose.ts'
import type { Sheet } from '../../primitives/sheet.ts'
import { drawStamp, stampWidth } from '../../primitives/stamp.ts'
import { COLORS, PAGE, SIZES } from '../../primitives/theme.ts'
import type { LetterModel } from './letter.ts'

/** Letterhead, references, address and title, with the stamp on the title's line. */
export function openLetter(sheet: Sheet, model: LetterModel, isPosted = true): void {
  drawLetterhead(sheet, model.letterhead)
  drawAddressBand(sheet, model, isPosted)
  if (model.stamp !== null) {
    const x = PAGE.width - PAGE.right - stampWidth(sheet, model.stamp)
    drawStamp(sheet, model.stamp, { x, y: sheet.y })
  }
  drawTitle(sheet, model.title, model.subtitle)
}

/** The cooperative's own words, what must not be missed, then verification and signature, never alone on a page. */
export function closeLetter(
  sheet: Sheet,
  model: LetterModel & { notice: readonly string[] },
): void {
  for (const [index, text] of (model.free ?? []).entries()) {
    if (index === 0) sheet.y += 4
    drawParagraph(sheet, text)
  }
  if (model.notice.length > 0) drawNotice(sheet, model.notice, closingHeight(sheet, model))
  drawClosing(sheet, model)
}

/** On a translation only: which text counts. */
export function drawLanguageNote(sheet: Sheet, note: string | null): void {
  if (note === null) return
  drawParagraph(sheet, note, { size: SIZES.small, color: COLORS.secondary })
}
