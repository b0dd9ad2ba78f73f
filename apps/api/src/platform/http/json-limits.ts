/** Nothing this product asks for is nested deeper (docs/rules/request-limits.md). */
export const MOST_DEPTH = 20
/** Fields of one body, over all its objects; an endpoint that carries long lists declares more. */
export const MOST_FIELDS = 1_000

const QUOTE = 0x22
const COLON = 0x3a
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/**
 * What a JSON text has too much of, found in one pass over its bytes before anything is built from it.
 * Outside of strings each colon is one field, so what is counted is exact for every text that is JSON.
 *
 * @param raw The bytes of the body, UTF-8.
 * @param mostFields The most fields that it may have.
 */
export function jsonExcess(
  raw: Uint8Array,
  mostFields: number,
): 'body-too-deep' | 'body-too-many-fields' | null {
  let depth = 0
  let fields = 0
  let isText = false
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] ?? 0
    if (isText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) isText = false
    } else if (byte === QUOTE) isText = true
    else if (OPENING.has(byte)) {
      depth += 1
      if (depth > MOST_DEPTH) return 'body-too-deep'
    } else if (CLOSING.has(byte)) depth -= 1
    else if (byte === COLON) {
      fields += 1
      if (fields > mostFields) return 'body-too-many-fields'
    }
  }
  return null
}
