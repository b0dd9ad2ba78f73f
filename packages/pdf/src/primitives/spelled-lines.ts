/** PDFKit draws each line of a text with this method, which its types do not name. */
type DrawLine = (this: PDFKit.PDFDocument, text: string, ...rest: unknown[]) => void

/**
 * Spells out, as marked content with ActualText (ISO 32000-1, 14.9.4), each line that has a mark drawn apart
 * from its letter. The mark of a capital, as in Ẹ̀gbá, is drawn so high that a program which reads lines by
 * their height takes it for another line: copied or read back, the name would have lost its accent.
 */
export function spellOutMarks(pdf: PDFKit.PDFDocument): void {
  const drawLine: DrawLine = Reflect.get(pdf, '_fragment')
  const spelled: DrawLine = function (text, ...rest) {
    if (!/\p{M}/u.test(text)) return drawLine.call(this, text, ...rest)
    this.markContent('Span', { actual: text })
    drawLine.call(this, text, ...rest)
    this.endMarkedContent()
  }
  Reflect.set(pdf, '_fragment', spelled)
}
