import type { ProblemCode } from '@terreau/protocol/problems'
import { ProblemError } from '../problem-error.ts'
import type { Scanner } from '../scanning/scanner.ts'
import { checkPdf } from './check-pdf.ts'
import { drawImageAgain } from './draw-image-again.ts'
import { safeName } from './safe-name.ts'
import { type VoiceKind, voiceKind } from './voice-kind.ts'

declare const safe: unique symbol

/** Bytes that were looked at and may be kept. Only `inspectUpload` makes one. */
export interface SafeFile {
  readonly [safe]: true
  readonly mediaType: 'image/jpeg' | 'application/pdf'
  readonly fileName: string
  readonly bytes: Uint8Array
  /** What the antivirus says: 'waiting' when it did not answer, 'none' when there is none. */
  readonly scan: 'clean' | 'waiting' | 'none'
}

declare const heard: unique symbol

/** A recording that was looked at and may be kept. Only `inspectVoice` makes one. */
export interface SafeVoice {
  readonly [heard]: true
  readonly mediaType: VoiceKind
  readonly bytes: Uint8Array
  readonly scan: SafeFile['scan']
}

/** What a recording may weigh: a minute at eight times what a phone is asked for. */
const MOST_VOICE_BYTES = 2 * 1024 * 1024

/** What an upload may weigh, in bytes. */
export const MOST_UPLOAD_BYTES = 10 * 1024 * 1024

/** The harmless sentence by which every antivirus is tried: who finds it may not keep the file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'].join('$')

/**
 * An upload as it may be kept: what the first bytes say counts, not the name. Images are drawn again, so
 * neither place nor hidden content is stored; a PDF that could act is refused. Throws the problem that
 * says, in one sentence, what to send instead. What is kept also passes the antivirus, when there is one.
 */
export async function inspectUpload(
  bytes: Uint8Array,
  fileName: string,
  scanner: Scanner | null,
): Promise<SafeFile> {
  const file = await cleaned(bytes, fileName)
  return made({ ...file, scan: await scanned(file.bytes, scanner) })
}

/** A recording as it may be kept: what it holds counts, one track of sound and nothing else. */
export async function inspectVoice(bytes: Uint8Array, scanner: Scanner | null): Promise<SafeVoice> {
  if (bytes.length > MOST_VOICE_BYTES) throw new ProblemError('body-too-large')
  refuseEicar(bytes)
  const mediaType = voiceKind(bytes)
  if (mediaType === null) throw new ProblemError('voice-unreadable')
  return { mediaType, bytes, scan: await scanned(bytes, scanner) } as SafeVoice
}

function refuseEicar(bytes: Uint8Array): void {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(EICAR, 0, 'latin1'))
    throw new ProblemError('file-dangerous')
}

type Cleaned = Pick<SafeFile, 'mediaType' | 'fileName' | 'bytes'>

async function cleaned(bytes: Uint8Array, fileName: string): Promise<Cleaned> {
  if (bytes.length > MOST_UPLOAD_BYTES) throw new ProblemError('body-too-large')
  refuseEicar(bytes)
  if (startsWith(bytes, '%PDF-')) {
    const refusal = checkPdf(bytes)
    if (refusal !== null) throw new ProblemError(refusal)
    return { mediaType: 'application/pdf', fileName: safeName(fileName, 'pdf'), bytes }
  }
  const kind = imageKind(bytes)
  if (kind === null) throw new ProblemError('file-kind-refused')
  const drawn = await drawImageAgain(bytes)
  if ('refusal' in drawn) throw new ProblemError(reasonFor(kind, drawn.refusal))
  const name = safeName(fileName, 'jpg')
  return { mediaType: 'image/jpeg', fileName: name, bytes: drawn.bytes }
}

/** A scanner that does not answer keeps nobody from sending: the file waits in quarantine. */
async function scanned(bytes: Uint8Array, scanner: Scanner | null): Promise<SafeFile['scan']> {
  if (scanner === null) return 'none'
  const verdict = await scanner.scan(bytes).catch(() => 'waiting' as const)
  if (verdict === 'infected') throw new ProblemError('file-dangerous')
  return verdict
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
