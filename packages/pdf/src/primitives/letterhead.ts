import { addElement, drawRule, type Sheet } from './sheet.ts'
import { drawText, type TextBox, textHeight } from './text.ts'
import { COLORS, CONTENT_WIDTH, mm, PAGE, SIZES } from './theme.ts'

export type Letterhead = { readonly name: string; readonly lines: readonly string[] }

/**
 * What the window of a DL envelope (45 by 100 mm, 20 mm from its right and its bottom) shows once the sheet is
 * folded in three, wherever the sheet slides in it: from 45 to 79 mm down, from 100 to 190 mm across.
 */
const WINDOW = { x: mm(110), y: mm(50), width: mm(80), highest: mm(46), bottom: mm(79) } as const
const BELOW_WINDOW = mm(80)
/** Sizes of the letters of an address: the largest that the window shows whole. */
const ADDRESS_SIZES = [10, 9.5, 9, 8.5, 8, 7.5] as const

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

/** References on the left, the receiver's address in the window of the envelope, when the paper is posted. */
export function drawAddressBand(
  sheet: Sheet,
  band: {
    references: readonly string[]
    address: readonly string[]
    languageNote: string | null
  },
  isPosted: boolean,
): void {
  const { y, size, width } = isPosted ? placeInWindow(sheet, band.address) : unposted(sheet)
  const left = { x: PAGE.left, width: mm(85), size: 10 }
  const linesEnd = drawLines(sheet, band.references, { ...left, y })
  const referencesEnd = drawNote(sheet, band.languageNote, { ...left, y: linesEnd + 2 })
  const addressEnd = drawLines(sheet, band.address, { x: WINDOW.x, y, width, size })
  sheet.y = Math.max(BELOW_WINDOW, addressEnd + 12, referencesEnd + 12)
}

/** A proof that is read on a screen: its place stays as it was, and so do its bytes. */
function unposted(sheet: Sheet): Place {
  return { y: Math.max(WINDOW.y, sheet.y), size: ADDRESS_SIZES[0], width: mm(82) }
}

type Place = { readonly y: number; readonly size: number; readonly width: number }

/** A long address begins higher, then its letters get smaller: its last line names the town. */
function placeInWindow(sheet: Sheet, address: readonly string[]): Place {
  const { width } = WINDOW
  const heightAt = (size: number) =>
    address.reduce((sum, text, index) => {
      return sum + textHeight(sheet, text, width, { size, isBold: index === 0 })
    }, 0)
  const usual = Math.max(WINDOW.y, sheet.y)
  if (usual + heightAt(ADDRESS_SIZES[0]) <= WINDOW.bottom)
    return { y: usual, size: ADDRESS_SIZES[0], width }
  const y = Math.max(WINDOW.highest, sheet.y)
  const size = ADDRESS_SIZES.find((one) => y + heightAt(one) <= WINDOW.bottom)
  return { y, size: size ?? ADDRESS_SIZES[5], width }
}

function drawNote(sheet: Sheet, note: string | null, box: TextBox): number {
  if (note === null) return box.y
  const style = { size: SIZES.small, color: COLORS.secondary }
  return box.y + drawText(sheet, note, { box, style, tag: { type: 'P' } })
}

function drawLines(
  sheet: Sheet,
  lines: readonly string[],
  at: { x: number; y: number; width: number; size: number },
): number {
  let y = at.y
  for (const [index, text] of lines.entries()) {
    const style = { size: at.size, isBold: index === 0 }
    y += drawText(sheet, text, { box: { ...at, y }, style, tag: { type: 'P' } })
  }
  return y
}
