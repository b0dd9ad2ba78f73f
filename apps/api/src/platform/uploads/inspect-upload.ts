import type { ProblemCode } from '@terreau/protocol/problems'
import { ProblemError } from '../problem-error.ts'
import { checkPdf } from './check-pdf.ts'
import { drawImageAgain } from './draw-image-again.ts'
import { safeName } from './safe-name.ts'

declare const safe: unique symbol

/** Bytes that were looked at and may be kept. Only `inspectUpload` makes one. */
export interface SafeFile {
  readonly [safe]: true
  readonly mediaType: 'image/jpeg' | 'application/pdf'
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** What an upload may weigh, in bytes. */
export const MOST_UPLOAD_BYTES = 10 * 1024 * 1024

/** The harmless sentence by which every antivirus is tried: who finds it may not keep the file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'].join('$')

/**
 * An upload as it may be kept: what the first bytes say counts, not the name. Images are drawn again, so
 * neither place nor hidden content is stored; a PDF that could act is refused. Throws the problem that
 * says, in one sentence, what to send instead.
 */
export async function inspectUpload(bytes: Uint8Array, fileName: string): Promise<SafeFile> {
  if (bytes.length > MOST_UPLOAD_BYTES) throw new ProblemError('body-too-large')
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(EICAR, 0, 'latin1'))
    throw new ProblemError('file-dangerous')
  if (startsWith(bytes, '%PDF-')) {
    const refusal = checkPdf(bytes)
    if (refusal !== null) throw new ProblemError(refusal)
    return made({ mediaType: 'application/pdf', fileName: safeName(fileName, 'pdf'), bytes })
  }
  const kind = imageKind(bytes)
  if (kind === null) throw new ProblemError('file-kind-refused')
  const drawn = await drawImageAgain(bytes)
  if ('refusal' in drawn) throw new ProblemError(reasonFor(kind, drawn.refusal))
  const name = safeName(fileName, 'jpg')
  return made({ mediaType: 'image/jpeg', fileName: name, bytes: drawn.bytes })
}

/** The one place where bytes become safe. */
function made(file: Omit<SafeFile, typeof safe>): SafeFile {
  return file as SafeFile
}

/** JPEG, PNG, WebP and the HEIF family (HEIC, AVIF). SVG is a program, so it is no image here. */
function imageKind(bytes: Uint8Array): 'raster' | 'heif' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'raster'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'raster'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'raster'
  const isHeif = startsWith(bytes, 'ftyp', 4) && /hei|hev|mif|msf|avif/.test(text(bytes, 8, 32))
  return isHeif ? 'heif' : null
}

/** iPhones write HEIC, whose compression is patented and often absent: the way out is a setting there. */
function reasonFor(kind: 'raster' | 'heif', refusal: ProblemCode): ProblemCode {
  return kind === 'heif' && refusal === 'file-unreadable' ? 'file-heic' : refusal
}

function startsWith(bytes: Uint8Array, wanted: string, offset = 0): boolean {
  return text(bytes, offset, offset + wanted.length) === wanted
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}
