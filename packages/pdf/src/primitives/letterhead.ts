import { addElement, drawRule, type Sheet } from './sheet.ts'
import { drawText, type TextBox } from './text.ts'
import { COLORS, CONTENT_WIDTH, mm, PAGE, SIZES } from './theme.ts'

export type Letterhead = { readonly name: string; readonly lines: readonly string[] }

/** Where the window of a DL envelope shows the address once the sheet is folded in three. */
const WINDOW = { x: mm(110), y: mm(50), width: mm(82) } as const
const BELOW_WINDOW = mm(80)

/** Room of a logo, at the right of the name: what is larger is drawn smaller. */
const LOGO = { width: mm(45), height: mm(17) } as const

/** Who issues the document: name, seat, registration number; the logo beside them when there is one. */
export function drawLetterhead(sheet: Sheet, letterhead: Letterhead): void {
  const top = PAGE.top - 8
  const logo = drawLogo(sheet, top)
  const width = CONTENT_WIDTH - (logo === null ? 0 : logo.width + mm(6))
  const nameStyle = { size: 14, isBold: true, color: COLORS.accent }
  sheet.y = top
  sheet.y += drawText(sheet, letterhead.name, {
    box: { x: PAGE.left, y: sheet.y, width },
    style: nameStyle,
    tag: { type: 'P' },
  })
  for (const line of letterhead.lines) {
    sheet.y += drawText(sheet, line, {
      box: { x: PAGE.left, y: sheet.y, width },
      style: { size: SIZES.small, color: COLORS.secondary },
      tag: { type: 'P' },
    })
  }
  sheet.y = Math.max(sheet.y, top + (logo?.height ?? 0)) + 5
  drawRule(sheet, {
    x: PAGE.left,
    y: sheet.y,
    width: CONTENT_WIDTH,
    color: COLORS.accent,
    thickness: 1.2,
  })
  sheet.y += 14
}

function drawLogo(sheet: Sheet, y: number): { width: number; height: number } | null {
  const { logo } = sheet
  if (logo === null) return null
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height)
  const [width, height] = [logo.width * scale, logo.height * scale]
  const x = PAGE.left + CONTENT_WIDTH - width
  const figure = addElement(sheet, 'Figure', {
    alt: logo.alt,
    bbox: [x, y, x + width, y + height],
  })
  figure.add(() => void sheet.pdf.image(Buffer.from(logo.jpeg), x, y, { width, height }))
  return { width, height }
}

/** References on the left, the receiver's address in the window of the envelope. */
export function drawAddressBand(
  sheet: Sheet,
  band: {
    references: readonly string[]
    address: readonly string[]
    languageNote: string | null
  },
): void {
  const y = Math.max(WINDOW.y, sheet.y)
  const left = { x: PAGE.left, width: mm(85) }
  const linesEnd = drawLines(sheet, band.references, { ...left, y })
  const referencesEnd = drawNote(sheet, band.languageNote, { ...left, y: linesEnd + 2 })
  const addressEnd = drawLines(sheet, band.address, { ...WINDOW, y })
  sheet.y = Math.max(BELOW_WINDOW, addressEnd + 12, referencesEnd + 12)
}

function drawNote(sheet: Sheet, note: string | null, box: TextBox): number {
  if (note === null) return box.y
  const style = { size: SIZES.small, color: COLORS.secondary }
  return box.y + drawText(sheet, note, { box, style, tag: { type: 'P' } })
}

function drawLines(
  sheet: Sheet,
  lines: readonly string[],
  at: { x: number; y: number; width: number },
): number {
  let y = at.y
  for (const [index, text] of lines.entries()) {
    const style = { size: 10, isBold: index === 0 }
    y += drawText(sheet, text, { box: { ...at, y }, style, tag: { type: 'P' } })
  }
  return y
}
