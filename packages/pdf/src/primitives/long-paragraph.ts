import { addElement, type Sheet, startPage } from './sheet.ts'
import { fillElement, type TextStyle, textHeight } from './text.ts'
import { CONTENT_BOTTOM, CONTENT_WIDTH, PAGE } from './theme.ts'

/** A paragraph of fewer lines is never cut: moving it whole costs less than reading it in two places. */
const CUT_FROM = 6
/** Nothing is read alone: as many lines of a paragraph stand at the end of a page, and at the top of the next. */
const LEAST_LINES = 2

const GRAPHEMES = new Intl.Segmenter()

/** What must fit on a page for a paragraph to begin on it. */
export function heightToBegin(sheet: Sheet, text: string, style: TextStyle): number {
  const height = textHeight(sheet, text, CONTENT_WIDTH, style)
  const line = lineHeight(sheet, style)
  return height < (CUT_FROM - 0.5) * line ? height : LEAST_LINES * line
}

/**
 * A paragraph that this page has no room for, over as many pages as it takes: one element, whose words a screen
 * reader says without a break. Its end leaves room for the `following` points.
 */
export function drawOverPages(
  sheet: Sheet,
  text: string,
  { style, following }: { style: TextStyle; following: number },
): void {
  const element = addElement(sheet, 'P', /\p{M}/u.test(text) ? { actual: text } : {})
  const line = lineHeight(sheet, style)
  let rest = text
  for (;;) {
    const height = textHeight(sheet, rest, CONTENT_WIDTH, style)
    const room = CONTENT_BOTTOM - sheet.y
    const lines = Math.min(Math.floor(room / line), Math.round(height / line) - LEAST_LINES)
    const beginning = lines < LEAST_LINES ? '' : firstLines(sheet, rest, { lines, style })
    const isEnd = height + following <= room || (sheet.y === PAGE.top && beginning === '')
    const piece = isEnd ? rest : beginning
    if (piece !== '') {
      const box = { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH }
      sheet.y += fillElement(sheet, element, { text: piece, box, style })
      rest = rest.slice(piece.length).trimStart()
    }
    if (isEnd) return
    startPage(sheet)
  }
}

/** As many words as the first lines of a text hold; letters, when one word is longer than they are. */
function firstLines(
  sheet: Sheet,
  text: string,
  { lines, style }: { lines: number; style: TextStyle },
): string {
  const most = (lines + 0.5) * lineHeight(sheet, style)
  const words = [...text.matchAll(/\s+/g)].map(({ index }) => index)
  const isOneWord = textHeight(sheet, text.slice(0, words[0]), CONTENT_WIDTH, style) > most
  const ends = isOneWord ? Array.from(GRAPHEMES.segment(text), ({ index }) => index) : words
  let [least, beyond] = [0, ends.length]
  while (least < beyond) {
    const middle = Math.ceil((least + beyond) / 2)
    const first = text.slice(0, ends[middle - 1])
    if (textHeight(sheet, first, CONTENT_WIDTH, style) <= most) least = middle
    else beyond = middle - 1
  }
  return text.slice(0, least === 0 ? 0 : ends[least - 1])
}

function lineHeight(sheet: Sheet, style: TextStyle): number {
  return textHeight(sheet, 'W', CONTENT_WIDTH, style)
}
