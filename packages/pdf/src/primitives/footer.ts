import { drawRule, type Sheet } from './sheet.ts'
import { drawRepeatedText } from './text.ts'
import { COLORS, CONTENT_WIDTH, PAGE, SIZES } from './theme.ts'

export type Footer = {
  readonly reference: string
  /** `page {page} / {pages}` in the language of the document. */
  readonly pageTemplate: string
}

/** Writes number and page on every page, once their count is known. */
export function drawFooters(sheet: Sheet, footer: Footer): void {
  const { start, count } = sheet.pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(start + index)
    drawFooter(sheet, footer.reference, pageText(footer.pageTemplate, index + 1, count))
  }
}

function drawFooter(sheet: Sheet, reference: string, page: string): void {
  const y = PAGE.height - 44
  const style = { size: SIZES.tiny, color: COLORS.secondary }
  drawRule(sheet, { x: PAGE.left, y, width: CONTENT_WIDTH, color: COLORS.rule })
  const box = { x: PAGE.left, y: y + 5, width: CONTENT_WIDTH - 70 }
  drawRepeatedText(sheet, { text: reference, box, style })
  const pageBox = { x: PAGE.left + CONTENT_WIDTH - 70, y: y + 5, width: 70 }
  drawRepeatedText(sheet, { text: page, box: pageBox, style: { ...style, align: 'right' } })
}

function pageText(template: string, page: number, pages: number): string {
  return template.replace('{page}', String(page)).replace('{pages}', String(pages))
}
