/**
 * Reads a social security number (NIR): 13 signs and its key of 2, with or without spaces; Corsica writes
 * 2A and 2B (INSEE). Null unless the form and the key are right. The value is 15 signs without spaces.
 */
export function parseNir(text: string): string | null {
  const nir = text.replace(/[\s.\u202f-]/g, '').toUpperCase()
  const match = /^([1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6})(\d{2})$/.exec(nir)
  const [, body, key] = match ?? []
  if (body === undefined || key === undefined) return null
  const digits = body.replace('2A', '19').replace('2B', '18')
  return 97n - (BigInt(digits) % 97n) === BigInt(key) ? nir : null
}
