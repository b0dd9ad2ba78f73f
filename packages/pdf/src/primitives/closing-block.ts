import { drawQrCode } from './qr-code.ts'
import { addElement, drawArtifact, drawRule, ensureSpace, type Sheet } from './sheet.ts'
import { drawText, textHeight } from './text.ts'
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

/** Height of the whole block, with the space above it. */
export const CLOSING_HEIGHT = 102

const HEIGHT = CLOSING_HEIGHT - 6
const GAP = 18
const VERIFICATION_WIDTH = 260

/** The foot of a certificate: how to check it on the left, who answers for it on the right. */
export function drawClosing(
  sheet: Sheet,
  closing: { verification: Verification | null; signature: Signature | null },
): void {
  if (closing.verification === null && closing.signature === null) return
  ensureSpace(sheet, CLOSING_HEIGHT)
  sheet.y += 6
  const top = sheet.y
  if (closing.signature !== null) drawSignature(sheet, closing.signature, top)
  if (closing.verification !== null) drawVerification(sheet, closing.verification, top)
  sheet.y = Math.min(top + CLOSING_HEIGHT, CONTENT_BOTTOM)
}

function drawVerification(sheet: Sheet, verification: Verification, top: number): void {
  drawArtifact(sheet, 'Layout', (pdf) => {
    pdf.lineWidth(1.2).strokeColor(COLORS.ink)
    pdf.roundedRect(PAGE.left, top, VERIFICATION_WIDTH, HEIGHT, 7).stroke()
    pdf.lineWidth(0.5)
    pdf.roundedRect(PAGE.left + 3, top + 3, VERIFICATION_WIDTH - 6, HEIGHT - 6, 5).stroke()
  })
  const section = addElement(sheet, 'Sect')
  const side = HEIGHT - 12
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
  let y = top + 9
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

function drawSignature(sheet: Sheet, signature: Signature, top: number): void {
  const x = PAGE.left + VERIFICATION_WIDTH + GAP
  const width = CONTENT_WIDTH - VERIFICATION_WIDTH - GAP
  let y = top
  for (const [index, text] of [signature.doneAt, ...signature.lines].entries()) {
    const style = { size: SIZES.body, isBold: index === 1 }
    y += drawText(sheet, text, { box: { x, y, width }, style, tag: { type: 'P' } })
    y += index === 0 ? 3 : 0
  }
  const labelStyle = { size: SIZES.tiny, color: COLORS.secondary }
  const labelHeight = textHeight(sheet, signature.spaceLabel, width, labelStyle)
  const lineY = top + HEIGHT - labelHeight
  drawRule(sheet, { x, y: lineY, width, color: COLORS.rule })
  drawText(sheet, signature.spaceLabel, {
    box: { x, y: lineY + 1, width },
    style: labelStyle,
    tag: { type: 'P' },
  })
}
