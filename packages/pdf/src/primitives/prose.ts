import { drawOverPages, heightToBegin } from './long-paragraph.ts'
import { addElement, drawArtifact, drawRule, ensureSpace, type Sheet } from './sheet.ts'
import { drawText, fillElement, type TextStyle, textHeight } from './text.ts'
import { COLORS, CONTENT_BOTTOM, CONTENT_WIDTH, PAGE, SIZES } from './theme.ts'

/** The name of the document and, under it, what it is about. */
export function drawTitle(sheet: Sheet, title: string, subtitle: string | null): void {
  const box = { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH }
  const style = { size: SIZES.title, isBold: true }
  sheet.y += drawText(sheet, title, { box, style, tag: { type: 'H1' } })
  if (subtitle !== null) {
    const subtitleBox = { ...box, y: sheet.y + 1 }
    const subtitleStyle = { size: SIZES.subtitle, color: COLORS.secondary }
    sheet.y += 1
    sheet.y += drawText(sheet, subtitle, {
      box: subtitleBox,
      style: subtitleStyle,
      tag: { type: 'P' },
    })
  }
  sheet.y += 8
}

/** A section heading, kept on the same page as the `following` points of content below it. */
export function drawHeading(sheet: Sheet, text: string, following = 40): void {
  const style = { size: SIZES.heading, isBold: true, color: COLORS.accent }
  const height = textHeight(sheet, text, CONTENT_WIDTH, style)
  ensureSpace(sheet, height + 10 + following)
  sheet.y += 5
  const box = { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH }
  drawText(sheet, text, { box, style, tag: { type: 'H2' } })
  sheet.y += height + 3
}

/** What a heading and the paragraphs below it take of a page. */
export function sectionHeight(
  sheet: Sheet,
  heading: string,
  paragraphs: readonly string[],
): number {
  const style = { size: SIZES.heading, isBold: true }
  return paragraphs.reduce(
    (sum, text) => sum + textHeight(sheet, text, CONTENT_WIDTH, { lineGap: 1 }) + 5,
    textHeight(sheet, heading, CONTENT_WIDTH, style) + 8,
  )
}

/** A paragraph across the page, with the `following` points of content on the page where it ends. */
export function drawParagraph(
  sheet: Sheet,
  text: string,
  {
    spaceAfter = 5,
    following = 0,
    ...style
  }: TextStyle & { spaceAfter?: number; following?: number } = {},
): void {
  const fullStyle = { lineGap: 1, ...style }
  const height = textHeight(sheet, text, CONTENT_WIDTH, fullStyle)
  const isCut = heightToBegin(sheet, text, fullStyle) < height
  if (isCut && sheet.y + height + following > CONTENT_BOTTOM) {
    drawOverPages(sheet, text, { style: fullStyle, following })
  } else {
    ensureSpace(sheet, height + following)
    const box = { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH }
    drawText(sheet, text, { box, style: fullStyle, tag: { type: 'P' } })
    sheet.y += height
  }
  sheet.y += spaceAfter
}

/** What must fit below a heading for its first paragraph not to leave it alone. */
export function paragraphBegins(sheet: Sheet, text: string): number {
  return heightToBegin(sheet, text, { lineGap: 1 })
}

/** A heading inside a section, kept with the `following` points of content below it. */
export function drawSubheading(sheet: Sheet, text: string, following: number): void {
  const style = { size: SIZES.body, isBold: true }
  const height = textHeight(sheet, text, CONTENT_WIDTH, style)
  ensureSpace(sheet, height + 4 + following)
  const box = { x: PAGE.left, y: sheet.y + 2, width: CONTENT_WIDTH }
  drawText(sheet, text, { box, style, tag: { type: 'H3' } })
  sheet.y += height + 4
}

/** Lists shorter than this are never cut between two pages. */
const SHORT_LIST = 160

const LIST_INDENT = 12

/** What must fit on a page for a list to begin on it. */
export function listBegins(sheet: Sheet, items: readonly string[], intro: string): number {
  const style = { lineGap: 1 }
  const introHeight = textHeight(sheet, intro, CONTENT_WIDTH, style)
  const width = CONTENT_WIDTH - LIST_INDENT
  const heights = items.map((item) => textHeight(sheet, item, width, style) + 1)
  const total = heights.reduce((sum, height) => sum + height, introHeight + 1)
  return total < SHORT_LIST ? total : introHeight + (heights[0] ?? 0)
}

/** A list of points, each behind a dash; the sentence before stays with the first point. */
export function drawList(sheet: Sheet, items: readonly string[], intro: string): void {
  const style = { lineGap: 1 }
  const indent = LIST_INDENT
  const width = CONTENT_WIDTH - indent
  const introHeight = textHeight(sheet, intro, CONTENT_WIDTH, style)
  const heights = items.map((item) => textHeight(sheet, item, width, style) + 1)
  ensureSpace(sheet, listBegins(sheet, items, intro))
  const introBox = { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH }
  drawText(sheet, intro, { box: introBox, style, tag: { type: 'P' } })
  sheet.y += introHeight + 1
  const list = addElement(sheet, 'L')
  for (const [index, item] of items.entries()) {
    const height = heights[index] ?? 0
    ensureSpace(sheet, height)
    const line = addElement(sheet, 'LI', { parent: list })
    const mark = { x: PAGE.left, y: sheet.y, width: indent }
    const body = { x: PAGE.left + indent, y: sheet.y, width }
    drawText(sheet, '–', { box: mark, style, tag: { type: 'Lbl', parent: line } })
    drawText(sheet, item, { box: body, style, tag: { type: 'LBody', parent: line } })
    sheet.y += height
  }
  sheet.y += 4
}

/**
 * What must not be missed, behind a thick bar; the first sentence carries it, in bold. It stays on
 * the page of the `following` points of content.
 */
export function drawNotice(sheet: Sheet, sentences: readonly string[], following = 0): void {
  const indent = 12
  const width = CONTENT_WIDTH - indent
  const lines = sentences.map((text, index) => {
    const style = { lineGap: 1, size: SIZES.body + 0.5, isBold: index === 0 }
    return { text, style, height: textHeight(sheet, text, width, style) }
  })
  const total = lines.reduce((sum, line) => sum + line.height, 0)
  ensureSpace(sheet, total + 8 + following)
  sheet.y += 4
  drawBar(sheet, sheet.y, total)
  for (const { text, style, height } of lines) {
    const box = { x: PAGE.left + indent, y: sheet.y, width }
    drawText(sheet, text, { box, style, tag: { type: 'P' } })
    sheet.y += height
  }
  sheet.y += 4
}

/** One figure that answers the reader's question: words on the left, the figure on the right. */
export function drawKeyFigure(sheet: Sheet, label: string, value: string): void {
  const padding = 7
  const labelStyle = { size: 11, isBold: true }
  const valueStyle = { size: 16, isBold: true, align: 'right' } as const
  const labelWidth = CONTENT_WIDTH * 0.6
  const labelHeight = textHeight(sheet, label, labelWidth, labelStyle)
  const height = Math.max(labelHeight, 22) + 2 * padding
  ensureSpace(sheet, height + 10)
  const top = sheet.y
  drawFrame(sheet, top, height)
  const element = addElement(sheet, 'P')
  fillElement(sheet, element, {
    text: label,
    box: { x: PAGE.left + padding, y: top + (height - labelHeight) / 2, width: labelWidth },
    style: labelStyle,
  })
  fillElement(sheet, element, {
    text: value,
    box: {
      x: PAGE.left + padding + labelWidth,
      y: top + (height - 22) / 2,
      width: CONTENT_WIDTH - labelWidth - 2 * padding,
    },
    style: valueStyle,
  })
  sheet.y = top + height + 8
}

function drawFrame(sheet: Sheet, y: number, height: number): void {
  for (const edge of [y, y + height]) {
    drawRule(sheet, {
      x: PAGE.left,
      y: edge,
      width: CONTENT_WIDTH,
      color: COLORS.ink,
      thickness: 1,
    })
  }
}

function drawBar(sheet: Sheet, y: number, height: number): void {
  drawArtifact(sheet, 'Layout', (pdf) => {
    pdf.rect(PAGE.left, y, 3, height).fill(COLORS.accent)
  })
}
