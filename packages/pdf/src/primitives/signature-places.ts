import { drawHeading, drawParagraph, sectionHeight } from './prose.ts'
import { addElement, drawRule, ensureSpace, type Sheet } from './sheet.ts'
import { drawText, textHeight } from './text.ts'
import { COLORS, CONTENT_WIDTH, PAGE, SIZES } from './theme.ts'

export type SignaturePlace = {
  readonly heading: string
  readonly lines: readonly string[]
  readonly spaceLabel: string
}

const HEIGHT = 112
/** Without a heading the places stand close together, so that a short paper stays on one page. */
const CLOSE_HEIGHT = 78
const GAP = 24
const WIDTH = (CONTENT_WIDTH - GAP) / 2
/** Room for a hand that signs, whatever stands above it, then the line and what it is for. */
const PEN_SPACE = 26
const LABEL_SPACE = 14

type Signatures = {
  readonly heading: string | null
  readonly doneAt: string
  readonly places: readonly SignaturePlace[]
}

/**
 * Before the last article: it stands on the page that is signed. Signatures alone on their sheet would not say
 * what was signed. An article of half a page and more may be cut.
 */
export function keepWithSignatures(
  sheet: Sheet,
  article: { heading: string; paragraphs: readonly string[] },
  signatures: Signatures,
): void {
  const height = sectionHeight(sheet, article.heading, article.paragraphs)
  if (height < PAGE.height / 2) ensureSpace(sheet, height + firstHeight(sheet, signatures))
}

/** What the first two places take, with the words above them. */
export function firstHeight(sheet: Sheet, signatures: Signatures): number {
  const { heading } = signatures
  const least = heading === null ? CLOSE_HEIGHT : HEIGHT
  return (pairsOf(sheet, signatures)[0]?.height ?? least) + (heading === null ? 20 : 60)
}

function pairsOf(sheet: Sheet, { heading, places }: Signatures) {
  const least = heading === null ? CLOSE_HEIGHT : HEIGHT
  return Array.from({ length: Math.ceil(places.length / 2) }, (_, index) => {
    const pair = places.slice(2 * index, 2 * index + 2)
    return { pair, height: Math.max(least, ...pair.map((place) => heightOf(sheet, place))) }
  })
}

/** Where everybody signs, two side by side, never apart from the place and the date. */
export function drawSignaturePlaces(sheet: Sheet, signatures: Signatures): void {
  const { heading, doneAt } = signatures
  const pairs = pairsOf(sheet, signatures)
  ensureSpace(sheet, firstHeight(sheet, signatures))
  if (heading !== null) drawHeading(sheet, heading)
  drawParagraph(sheet, doneAt)
  for (const { pair, height } of pairs) {
    ensureSpace(sheet, height)
    const top = sheet.y + 2
    for (const [index, place] of pair.entries()) {
      const x = PAGE.left + index * (WIDTH + GAP)
      drawPlace(sheet, place, { x, y: top, width: WIDTH, height })
    }
    sheet.y = top + height
  }
}

function heightOf(sheet: Sheet, place: SignaturePlace): number {
  const heights = linesOf(sheet, place).map(({ text, style }) =>
    textHeight(sheet, text, WIDTH, style),
  )
  return heights.reduce((sum, height) => sum + height, PEN_SPACE + LABEL_SPACE)
}

/** A name that would take more than two lines is written smaller: the room belongs to the hand. */
function linesOf(sheet: Sheet, { heading, lines }: SignaturePlace) {
  const bold = { size: SIZES.body, isBold: true }
  const twoLines = textHeight(sheet, 'W\nW', WIDTH, bold)
  const isLong = textHeight(sheet, heading, WIDTH, bold) > twoLines + 1
  const first = { text: heading, style: isLong ? { ...bold, size: SIZES.tiny } : bold }
  return [first, ...lines.map((text) => ({ text, style: {} }))]
}

function drawPlace(
  sheet: Sheet,
  place: SignaturePlace,
  box: { x: number; y: number; width: number; height: number },
): void {
  const section = addElement(sheet, 'Sect')
  let y = box.y
  for (const { text, style } of linesOf(sheet, place)) {
    y += drawText(sheet, text, { box: { ...box, y }, style, tag: { type: 'P', parent: section } })
  }
  const lineY = box.y + box.height - LABEL_SPACE
  drawRule(sheet, { x: box.x, y: lineY, width: box.width, color: COLORS.rule })
  drawText(sheet, place.spaceLabel, {
    box: { ...box, y: lineY + 1 },
    style: { size: SIZES.tiny, color: COLORS.secondary },
    tag: { type: 'P', parent: section },
  })
}
