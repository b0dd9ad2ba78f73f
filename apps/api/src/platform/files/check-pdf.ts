import { inflateSync } from 'node:zlib'

/** What a paper never needs: scripts, programs, files inside files, forms that send, encryption. */
const FORBIDDEN = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Encrypt',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'XFA',
])
const MOST_OBJECT_BYTES = 20 * 1024 * 1024

/**
 * Whether a PDF only shows pages. Names are compared after undoing their `#xx` escapes, and the
 * compressed streams that hold objects are opened, because both are ways to hide a name.
 */
export function isSafePdf(bytes: Uint8Array): boolean {
  const source = Buffer.from(bytes).toString('latin1')
  if (!source.includes('%%EOF')) return false
  const { outside, objectStreams } = splitStreams(source)
  if (holdsForbidden(outside)) return false
  let budget = MOST_OBJECT_BYTES
  for (const stream of objectStreams) {
    const content = inflate(stream, budget)
    if (content === null || holdsForbidden(content)) return false
    budget -= content.length
  }
  return true
}

interface Split {
  /** Everything but the content of streams, whose bytes may look like anything. */
  outside: string
  /** Content of the streams that hold objects (/Type /ObjStm). */
  objectStreams: string[]
}

function splitStreams(source: string): Split {
  const outside: string[] = []
  const objectStreams: string[] = []
  let at = 0
  for (;;) {
    const start = /\bstream\r?\n/g
    start.lastIndex = at
    const opening = start.exec(source)
    if (opening === null) break
    const from = opening.index + opening[0].length
    const end = source.indexOf('endstream', from)
    if (end === -1) break
    const dictionary = source.slice(Math.max(at, opening.index - 2_000), opening.index)
    outside.push(source.slice(at, opening.index))
    if (/ObjStm/.test(withoutEscapes(dictionary))) objectStreams.push(source.slice(from, end))
    at = end
  }
  outside.push(source.slice(at))
  return { outside: outside.join(' '), objectStreams }
}

function holdsForbidden(content: string): boolean {
  for (const [, name] of withoutEscapes(content).matchAll(/\/([A-Za-z]+)(?![A-Za-z0-9])/g)) {
    if (name !== undefined && FORBIDDEN.has(name)) return true
  }
  return false
}

/** `/J#61vaScript` is `/JavaScript`. */
function withoutEscapes(content: string): string {
  return content.replace(/#([0-9a-fA-F]{2})/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** The objects inside a stream; null when they cannot be read, and then the file is refused. */
function inflate(stream: string, most: number): string | null {
  try {
    const bytes = Buffer.from(stream.replace(/\r?\n$/, ''), 'latin1')
    return inflateSync(bytes, { maxOutputLength: Math.max(most, 1) }).toString('latin1')
  } catch {
    return null
  }
}
