import { addElement, drawArtifact, nodeOf, type Sheet, type StructureElement } from './sheet.ts'
import { COLORS, SIZES } from './theme.ts'

export type TextStyle = {
  readonly size?: number
  readonly isBold?: boolean
  readonly color?: string
  readonly align?: 'left' | 'right' | 'center'
  readonly lineGap?: number
}

export type TextBox = { readonly x: number; readonly y: number; readonly width: number }

export type TextTag = {
  readonly type: string
  readonly parent?: StructureElement
  readonly scope?: 'Column' | 'Row'
}

/** Writes a text inside a box, as one structure element, and returns its height. */
export function drawText(
  sheet: Sheet,
  text: string,
  place: { box: TextBox; style?: TextStyle; tag: TextTag },
): number {
  const { type, ...options } = place.tag
  // A mark drawn as a glyph of its own may be read before or after its letter: spell the text out.
  const spelling = /\p{M}/u.test(text) ? { actual: text } : {}
  const element = addElement(sheet, type, { ...options, ...spelling })
  if (text === '') return 0
  return fillElement(sheet, element, { text, box: place.box, style: place.style ?? {} })
}

/** Adds one more piece of text to an element that already exists, and returns its height. */
export function fillElement(
  sheet: Sheet,
  element: StructureElement,
  piece: { text: string; box: TextBox; style: TextStyle },
): number {
  element.add(() => write(sheet, piece))
  nodeOf(sheet, element).texts.push(piece.text)
  return textHeight(sheet, piece.text, piece.box.width, piece.style)
}

/** Writes a text that assistive technology skips because it repeats another one. */
export function drawRepeatedText(
  sheet: Sheet,
  piece: { text: string; box: TextBox; style: TextStyle },
): void {
  drawArtifact(sheet, 'Pagination', () => write(sheet, piece))
}

/** Height of a text once wrapped to a width. */
export function textHeight(sheet: Sheet, text: string, width: number, style: TextStyle): number {
  const { size = SIZES.body, isBold = false, lineGap = 0 } = style
  // Asked before a text is drawn, to keep it whole on a page, and after it; wrapping it is the cost.
  const key = `${size} ${isBold} ${lineGap} ${width} ${text}`
  const known = sheet.heights.get(key)
  if (known !== undefined) return known
  applyStyle(sheet, style)
  const height = sheet.pdf.heightOfString(text, { width, lineGap })
  sheet.heights.set(key, height)
  return height
}

/** Width of a text on one line. */
export function textWidth(sheet: Sheet, text: string, style: TextStyle): number {
  const { size = SIZES.body, isBold = false } = style
  const key = `${size} ${isBold} ${text}`
  const known = sheet.widths.get(key)
  if (known !== undefined) return known
  applyStyle(sheet, style)
  const width = sheet.pdf.widthOfString(text)
  sheet.widths.set(key, width)
  return width
}

function write(sheet: Sheet, piece: { text: string; box: TextBox; style: TextStyle }): void {
  const { box, style } = piece
  applyStyle(sheet, style)
  sheet.pdf.text(piece.text, box.x, box.y, {
    width: box.width,
    align: style.align ?? 'left',
    lineGap: style.lineGap ?? 0,
  })
}

function applyStyle(sheet: Sheet, style: TextStyle): void {
  sheet.pdf
    .font(style.isBold ? 'bold' : 'regular')
    .fontSize((style.size ?? SIZES.body) * sheet.scale)
    .fillColor(style.color ?? COLORS.ink)
}
