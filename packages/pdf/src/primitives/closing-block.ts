import { drawQrCode } from './qr-code.ts'
import { addElement, drawArtifact, drawRule, ensureSpace, type Sheet } from './sheet.ts'
import { drawText, type TextStyle, textHeight } from './text.ts'
import { COLORS, CONTENT_BOTTOM, CONTENT_WIDTH, PAGE, SIZES } from './theme.ts'

export type Verification = {
  readonly title: string
  readonly how: string
  readonly shortCode: string
  readonly url: string
  readonly alt: string
}

export type Signature = {
  readonly doneAt: string
  readonly lines: readonly string[]
  readonly spaceLabel: string
}

export type Closing = {
  readonly verification: Verification | null
  readonly signature: Signature | null
}

/**
 * Height of the verification block: its QR code carries signed facts, and needs squares that a phone reads.
 * Where the page has room the code is larger, for poor cameras and scans; it never asks for another page. A
 * long name or capacity can make the signature higher.
 */
const HEIGHT = 106
const HEIGHT_ROOMY = 132
const HEIGHT_ALONE = 96
const SPACE_ABOVE = 6
const PEN_SPACE = 42
const GAP = 18
const VERIFICATION_WIDTH = 272
const SIGNATURE = {
  x: PAGE.left + VERIFICATION_WIDTH + GAP,
  width: CONTENT_WIDTH - VERIFICATION_WIDTH - GAP,
} as const

/** The foot of a certificate: how to check it on the left, who answers for it on the right. */
export function drawClosing(sheet: Sheet, closing: Closing): void {
  const least = closingHeight(sheet, closing)
  ensureSpace(sheet, least)
  const roomy = Math.max(least, HEIGHT_ROOMY + SPACE_ABOVE)
  const isRoomy = closing.verification !== null && sheet.y + roomy <= CONTENT_BOTTOM
  const height = isRoomy ? roomy : least
  const top = sheet.y + SPACE_ABOVE
  if (closing.signature !== null) {
    drawSignature(sheet, closing.signature, { top, height: height - SPACE_ABOVE })
  }
  if (closing.verification !== null) {
    const box = { top, height: isRoomy ? HEIGHT_ROOMY : HEIGHT }
    drawVerification(sheet, closing.verification, box)
  }
  sheet.y += height
}

/** Height that the foot of a certificate needs, zero when it has none. */
export function closingHeight(sheet: Sheet, closing: Closing): number {
  const { verification, signature } = closing
  if (signature === null) return verification === null ? 0 : HEIGHT + SPACE_ABOVE
  const heights = signatureLines(signature).map(({ text, style }) => {
    return textHeight(sheet, text, SIGNATURE.width, style)
  })
  const written = heights.reduce((sum, height) => sum + height, PEN_SPACE)
  return Math.max(verification === null ? HEIGHT_ALONE : HEIGHT, written) + SPACE_ABOVE
}

function drawVerification(
  sheet: Sheet,
  verification: Verification,
  { top, height }: { top: number; height: number },
): void {
  drawArtifact(sheet, 'Layout', (pdf) => {
    pdf.lineWidth(1.2).strokeColor(COLORS.ink)
    pdf.roundedRect(PAGE.left, top, VERIFICATION_WIDTH, height, 7).stroke()
    pdf.lineWidth(0.5)
    pdf.roundedRect(PAGE.left + 3, top + 3, VERIFICATION_WIDTH - 6, height - 6, 5).stroke()
  })
  const section = addElement(sheet, 'Sect')
  const side = height - 12
  drawQrCode(sheet, {
    text: verification.url,
    alt: verification.alt,
    x: PAGE.left + 5,
    y: top + 6,
    side,
    parent: section,
  })
  const x = PAGE.left + side + 8
  const width = VERIFICATION_WIDTH - side - 16
  let y = top + 14
  const lines = [
    { text: verification.title, style: { size: SIZES.body, isBold: true } },
    { text: verification.how, style: { size: SIZES.tiny, color: COLORS.secondary } },
    { text: verification.shortCode, style: { size: 12.5, isBold: true } },
  ]
  for (const { text, style } of lines) {
    y += drawText(sheet, text, {
      box: { x, y, width },
      style,
      tag: { type: 'P', parent: section },
    })
    y += 3
  }
}

function drawSignature(
  sheet: Sheet,
  signature: Signature,
  place: { top: number; height: number },
): void {
  const { x, width } = SIGNATURE
  let y = place.top
  for (const { text, style } of signatureLines(signature)) {
    y += drawText(sheet, text, { box: { x, y, width }, style, tag: { type: 'P' } })
  }
  const labelStyle = { size: SIZES.tiny, color: COLORS.secondary }
  const labelHeight = textHeight(sheet, signature.spaceLabel, width, labelStyle)
  const lineY = place.top + place.height - labelHeight
  drawRule(sheet, { x, y: lineY, width, color: COLORS.rule })
  drawText(sheet, signature.spaceLabel, {
    box: { x, y: lineY + 1, width },
    style: labelStyle,
    tag: { type: 'P' },
  })
}

function signatureLines(signature: Signature): { text: string; style: TextStyle }[] {
  return [signature.doneAt, ...signature.lines].map((text, index) => {
    return { text, style: { size: SIZES.body, isBold: index === 1 } }
  })
}
