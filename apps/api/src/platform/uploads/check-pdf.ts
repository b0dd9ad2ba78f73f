import { inflateSync } from 'node:zlib'
import type { ProblemCode } from '@terreau/protocol/problems'

/** What a paper to keep never needs: scripts, programs, files inside files, forms that send. */
const ACTIVE = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
] as const
/** Too short to look for inside compressed pictures, where chance writes them. */
const ACTIVE_SHORT = ['JS', 'AA', 'EF', 'XFA'] as const
const MOST_OBJECT_BYTES = 20 * 1024 * 1024
/** Far more than the words that announce a stream of objects. */
const MOST_DICTIONARY = 2_000

const activeAnywhere = new RegExp(`/(?:${ACTIVE.map(spellings).join('|')})(?![A-Za-z0-9])`)
const activeOutside = new RegExp(`/(?:${ACTIVE_SHORT.map(spellings).join('|')})(?![A-Za-z0-9])`)
const encrypted = new RegExp(`/${spellings('Encrypt')}(?![A-Za-z0-9])`)
/** An opening action that is a list only says which page comes first; every word processor writes it. */
const openingAct = new RegExp(`/${spellings('OpenAction')}(?![A-Za-z0-9])(?!\\s*\\[)`)
const objectStream = new RegExp(`/${spellings('ObjStm')}(?![A-Za-z0-9])`, 'g')
const page = new RegExp(`/${spellings('Pages')}(?![A-Za-z0-9])`)

/**
 * Why a PDF may not be kept; null when it only shows pages. Readers find objects by their offset, which
 * may lie anywhere, also inside the bytes of a picture: so names are looked for in every byte of the file,
 * in all their `#xx` spellings, and in the compressed streams that hold objects.
 */
export function checkPdf(bytes: Uint8Array): ProblemCode | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const end = source.lastIndexOf('%%EOF')
  if (end === -1 || !/\d\s{1,4}\d{1,5}\s{1,4}obj\b/.test(source)) return 'file-unreadable'
  if (hasTail(source, end)) return 'file-dangerous'
  if (encrypted.test(source)) return 'pdf-encrypted'
  if (activeAnywhere.test(source) || openingAct.test(source)) return 'pdf-active'
  if (activeOutside.test(withoutStreams(source))) return 'pdf-active'
  return checkObjectStreams(source)
}

/** Something after the end, or an archive's index near it: a second file that hides behind the PDF. */
function hasTail(source: string, end: number): boolean {
  if (/[^\s\0]/.test(source.slice(end + '%%EOF'.length))) return true
  return source.slice(-66_000).includes('PK\x05\x06')
}

function checkObjectStreams(source: string): ProblemCode | null {
  const budget = { packed: 2 * source.length, unpacked: MOST_OBJECT_BYTES }
  let hasPages = page.test(source)
  for (const { index } of source.matchAll(objectStream)) {
    const content = objectsAt(source, index, budget)
    if (content === null) return 'file-unreadable'
    if (encrypted.test(content)) return 'pdf-encrypted'
    const isActive = activeAnywhere.test(content) || activeOutside.test(content)
    if (isActive || openingAct.test(content)) return 'pdf-active'
    hasPages ||= page.test(content)
  }
  return hasPages ? null : 'file-unreadable'
}

/** Work left before a file that costs too much to read is refused. */
interface Budget {
  packed: number
  unpacked: number
}

/** The objects packed in the stream whose dictionary says so at `at`; null when they cannot be read. */
function objectsAt(source: string, at: number, budget: Budget): string | null {
  const before = source.slice(Math.max(0, at - MOST_DICTIONARY), at)
  const after = source.slice(at, at + MOST_DICTIONARY)
  const opening = /\bstream\r?\n/.exec(after)
  if (opening === null) return null
  // A predictor or an escape would rewrite the bytes, and with them the names.
  const dictionary = before.slice(before.lastIndexOf('obj')) + after.slice(0, opening.index)
  const from = at + opening.index + opening[0].length
  const end = source.indexOf('endstream', from)
  budget.packed -= end - from
  if (end === -1 || budget.packed < 0 || /Predictor|#/.test(dictionary)) return null
  const packed = Buffer.from(source.slice(from, end), 'latin1')
  const content = dictionary.includes('/Filter') ? inflate(packed, budget.unpacked) : packed
  budget.unpacked -= content?.length ?? 0
  return content?.toString('latin1') ?? null
}

function inflate(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch {
    return null
  }
}

/** Everything but the content of streams, whose bytes may look like anything. */
function withoutStreams(source: string): string {
  const kept: string[] = []
  const opening = /\bstream\r?\n/g
  let at = 0
  for (let found = opening.exec(source); found !== null; found = opening.exec(source)) {
    const end = source.indexOf('endstream', opening.lastIndex)
    if (end === -1) break
    kept.push(source.slice(at, found.index))
    at = end
    opening.lastIndex = end + 'endstream'.length
  }
  kept.push(source.slice(at))
  return kept.join(' ')
}

/** `/J#61vaScript` is `/JavaScript`: each letter may be written as its code. */
function spellings(name: string): string {
  return [...name]
    .map((letter) => {
      const hex = letter.charCodeAt(0).toString(16)
      const either = [...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('')
      return `(?:${letter}|#${either})`
    })
    .join('')
}
