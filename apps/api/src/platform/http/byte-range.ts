/**
 * The one part that a request asks for (RFC 9110, 14.2), first and last byte; null for the whole. What cannot
 * be understood, or is past the end, is answered with the whole, as the RFC allows.
 */
export function byteRange(header: string | undefined, length: number): [number, number] | null {
  const [, first, last] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return from <= to ? [from, to] : null
}
