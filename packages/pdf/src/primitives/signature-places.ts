import { drawHeading, drawParagraph } from './prose.ts'
import { addElement, drawRule, ensureSpace, type Sheet } from './sheet.ts'
import { drawText } from './text.ts'
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

/** Where everybody signs, two side by side, never apart from the place and the date. */
export function drawSignaturePlaces(
  sheet: Sheet,
  {
    heading,
    doneAt,
    places,
  }: { heading: string | null; doneAt: string; places: readonly SignaturePlace[] },
): void {
  const height = heading === null ? CLOSE_HEIGHT : HEIGHT
  ensureSpace(sheet, height + (heading === null ? 20 : 60))
  if (heading !== null) drawHeading(sheet, heading)
  drawParagraph(sheet, doneAt)
  const width = (CONTENT_WIDTH - GAP) / 2
  for (let at = 0; at < places.length; at += 2) {
    ensureSpace(sheet, height)
    const top = sheet.y + 2
    for (const [index, place] of places.slice(at, at + 2).entries()) {
      drawPlace(sheet, place, { x: PAGE.left + index * (width + GAP), y: top, width, height })
    }
    sheet.y = top + height
  }
}

function drawPlace(
  sheet: Sheet,
  place: SignaturePlace,
  box: { x: number; y: number; width: number; height: number },
): void {
  const section = addElement(sheet, 'Sect')
  let y = box.y
  for (const [index, text] of [place.heading, ...place.lines].entries()) {
    const style = { isBold: index === 0 }
    y += drawText(sheet, text, { box: { ...box, y }, style, tag: { type: 'P', parent: section } })
  }
  const lineY = box.y + box.height - 14
  drawRule(sheet, { x: box.x, y: lineY, width: box.width, color: COLORS.rule })
  drawText(sheet, place.spaceLabel, {
    box: { ...box, y: lineY + 1 },
    style: { size: SIZES.tiny, color: COLORS.secondary },
    tag: { type: 'P', parent: section },
  })
}
