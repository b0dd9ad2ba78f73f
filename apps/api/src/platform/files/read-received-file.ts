import { ProblemError } from '../problem-error.ts'
import { isSafePdf } from './check-pdf.ts'
import { drawImageAgain } from './draw-image-again.ts'

export interface ReceivedFile {
  mediaType: 'image/jpeg' | 'application/pdf'
  fileName: string
  bytes: Uint8Array
}

/**
 * A photo or PDF that somebody gives, as it may be kept: what the first bytes say counts, not the name.
 * Images are drawn again, so neither place nor hidden content is stored; a PDF that could act is refused.
 */
export async function readReceivedFile(bytes: Uint8Array, fileName: string): Promise<ReceivedFile> {
  if (startsWith(bytes, '%PDF-')) {
    if (!isSafePdf(bytes)) throw new ProblemError('file-kind-refused')
    return { mediaType: 'application/pdf', fileName: safeName(fileName, 'pdf'), bytes }
  }
  if (!isImage(bytes)) throw new ProblemError('file-kind-refused')
  const drawn = await drawImageAgain(bytes)
  if (drawn === null) throw new ProblemError('file-unreadable')
  return { mediaType: 'image/jpeg', fileName: safeName(fileName, 'jpg'), bytes: drawn }
}

/** JPEG, PNG, WebP and the HEIF family (HEIC, AVIF). SVG is a program, so it is no image here. */
function isImage(bytes: Uint8Array): boolean {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  const isWebp = startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)
  const isHeif = startsWith(bytes, 'ftyp', 4) && /hei|mif|avif/.test(text(bytes, 8, 16))
  return isJpeg || startsWith(bytes, '\x89PNG\r\n\x1a\n') || isWebp || isHeif
}

/** A name that is only a label: no path, no invisible or reversing marks, one extension, ours. */
function safeName(fileName: string, extension: 'jpg' | 'pdf'): string {
  const base = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _()-]/gu, '')
    .trim()
    .slice(0, 80)
  return `${base === '' ? 'recu' : base}.${extension}`
}

function startsWith(bytes: Uint8Array, wanted: string, offset = 0): boolean {
  return text(bytes, offset, offset + wanted.length) === wanted
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}
