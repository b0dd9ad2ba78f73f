import { matched, type PrintedPdf, readPdf, withObjects } from './printed-pdf.ts'

/** What a signature says beside its bytes. */
export type SignatureWords = {
  /** Who seals the document. */
  readonly name: string
  readonly reason: string
  readonly place: string
  readonly at: Date
  /** The signed facts of the QR code, kept with the signature. */
  readonly facts: string
}

/** A document with a signature field and a hole in it; `content` is all the rest. */
export type UnsignedPdf = {
  readonly content: Uint8Array
  /** The whole document with the signature in its hole. */
  close(signature: Uint8Array): Uint8Array
}

/** Print and Locked: the flags that PDF/A asks of an annotation that shows nothing. */
const FLAGS = 4 + 128
const OPEN_RANGE = '[0 0000000000 0000000000 0000000000]'

/**
 * Adds a signature field that shows nothing, in the structure tree as PDF/UA asks, with room for a
 * signature of `room` bytes. The document must come from `renderPdf`.
 */
export function openSignature(pdf: Uint8Array, words: SignatureWords, room: number): UnsignedPdf {
  const base = readPdf(pdf)
  const added = { signature: base.size, widget: base.size + 1, form: base.size + 2 }
  const page = Number(matched(base.objects.get(base.pages) ?? '', /\/Kids \[(\d+) 0 R/))
  const key = base.nextParentKey
  const objects = new Map([
    [
      base.root,
      withEntry(base, base.root, `/AcroForm <<\n/Fields [${added.widget} 0 R]\n/SigFlags 3\n>>`),
    ],
    [page, withEntry(base, page, `/Annots [${added.widget} 0 R]`)],
    [base.structure, withParent(base, added.form)],
    [base.document, withKid(base, added.form)],
    [added.signature, signatureObject(words, room)],
    [
      added.widget,
      `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature)\n/TU ${textString(words.reason)}\n/V ${added.signature} 0 R\n/P ${page} 0 R\n/Rect [0 0 0 0]\n/F ${FLAGS}\n/StructParent ${key}\n>>`,
    ],
    [
      added.form,
      `<<\n/S /Form\n/P ${base.document} 0 R\n/Pg ${page} 0 R\n/Alt ${textString(words.reason)}\n/K [<< /Type /OBJR /Obj ${added.widget} 0 R /Pg ${page} 0 R >>]\n>>`,
    ],
  ])
  return withHole(withObjects(base, objects))
}

function signatureObject(words: SignatureWords, room: number): string {
  const at = words.at.toISOString().replace(/\D/g, '').slice(0, 14)
  return `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/Name ${textString(words.name)}\n/Reason ${textString(words.reason)}\n/Location ${textString(words.place)}\n/M (D:${at}Z)\n/TerreauFacts (${words.facts})\n/ByteRange ${OPEN_RANGE}\n/Contents <${'00'.repeat(room)}>\n>>`
}

function withHole(pdf: Uint8Array): UnsignedPdf {
  const bytes = Buffer.from(pdf)
  const rangeAt = bytes.lastIndexOf(OPEN_RANGE)
  const start = bytes.indexOf('<0', rangeAt)
  const end = bytes.indexOf('>', start) + 1
  const range = [start, end, bytes.length - end].map((place) => String(place).padStart(10, '0'))
  bytes.write(`[0 ${range.join(' ')}]`, rangeAt, 'latin1')
  return {
    content: new Uint8Array(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])),
    close(signature) {
      const hex = Buffer.from(signature).toString('hex')
      if (hex.length > end - start - 2) throw new Error('the signature is larger than its room')
      const closed = Buffer.from(bytes)
      closed.write(hex, start + 1, 'latin1')
      return new Uint8Array(closed)
    },
  }
}

export type SignedPdf = {
  /** Everything but the signature. */
  readonly content: Uint8Array
  readonly signature: Uint8Array
  readonly facts: string
}

const SIGNATURE =
  /\/TerreauFacts \(([\w.-]+)\)\n\/ByteRange \[0 (\d{10}) (\d{10}) (\d{10})\]\n\/Contents </g

/**
 * The signature of a document and all it covers. 'none': nothing in it looks like one. 'broken': there is
 * one, and it does not cover every byte of the file, or it is not written as `openSignature` writes it.
 */
export function readSignature(pdf: Uint8Array): SignedPdf | 'none' | 'broken' {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const found = [...text.matchAll(SIGNATURE)].at(-1)
  if (found === undefined) return /ByteRange|TerreauFacts|CAdES/.test(text) ? 'broken' : 'none'
  const [start = 0, end = 0, rest = 0] = found.slice(2).map(Number)
  const hole = text.slice(start, end)
  const covers = start === found.index + found[0].length - 1 && end + rest === bytes.length
  if (!covers || !/^<(?:[0-9a-f]{2})+>$/.test(hole)) return 'broken'
  const filled = Buffer.from(hole.slice(1, -1), 'hex')
  const length = derLength(filled)
  if (length === null || filled.subarray(length).some((byte) => byte !== 0)) return 'broken'
  return {
    content: new Uint8Array(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])),
    signature: new Uint8Array(filled.subarray(0, length)),
    facts: found[1] ?? '',
  }
}

/** The same document with another signature in its hole, such as the same one with its time stamp. */
export function withSignature(pdf: Uint8Array, signature: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  const found = [...bytes.toString('latin1').matchAll(SIGNATURE)].at(-1)
  if (found === undefined) throw new Error('a sealed document has a place for its signature')
  const [start = 0, end = 0] = found.slice(2).map(Number)
  const room = end - start - 2
  const hex = Buffer.from(signature).toString('hex')
  if (hex.length > room) throw new Error('the signature is larger than its room')
  bytes.write(hex.padEnd(room, '0'), start + 1, 'latin1')
  return new Uint8Array(bytes)
}

/** Length of the DER sequence that these bytes begin with; null when they begin with none. */
function derLength(bytes: Buffer): number | null {
  const SEQUENCE_OF_TWO_LENGTH_BYTES = 0x3082
  const HEADER = 4
  if (bytes.length < HEADER || bytes.readUInt16BE(0) !== SEQUENCE_OF_TWO_LENGTH_BYTES) return null
  const length = HEADER + bytes.readUInt16BE(2)
  return length <= bytes.length ? length : null
}

function withEntry(base: PrintedPdf, number: number, entry: string): string {
  const object = base.objects.get(number) ?? ''
  const name = entry.slice(0, entry.indexOf(' '))
  if (object.includes(`${name} `)) throw new Error(`a printed document has no ${name} yet`)
  return object.replace(/>>$/, `${entry}\n>>`)
}

function withParent(base: PrintedPdf, form: number): string {
  const key = base.nextParentKey
  return (base.objects.get(base.structure) ?? '')
    .replace(/(\/Nums \[[\s\S]*?)(\s*\]\s*>>)/, `$1\n    ${key} ${form} 0 R$2`)
    .replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${key + 1}`)
}

function withKid(base: PrintedPdf, form: number): string {
  return (base.objects.get(base.document) ?? '').replace(/\/K \[([^\]]*)\]/, `/K [$1 ${form} 0 R]`)
}

/** A PDF text string in UTF-16, as hexadecimal: nothing in it needs escaping. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}
