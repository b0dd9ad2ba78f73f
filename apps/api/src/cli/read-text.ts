import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export type TextProblem = 'absent' | 'folder' | 'unreadable' | 'too-large' | 'empty' | 'not-utf8'
export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: TextProblem }

const ONE_READ = 1 << 16

/**
 * The text of a file, or of standard input for `-`. Never more than `mostBytes` are read, whatever stands behind the
 * name; what is no UTF-8 is refused rather than read with letters replaced.
 */
export function readText(path: string, mostBytes: number): ReadText {
  try {
    const bytes = readBytes(path, mostBytes)
    if (typeof bytes === 'string') return { ok: false, problem: bytes }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? { ok: false, problem: 'empty' } : { ok: true, text }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return { ok: false, problem: 'absent' }
    const isCoding = code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    return { ok: false, problem: isCoding ? 'not-utf8' : 'unreadable' }
  }
}

function readBytes(path: string, mostBytes: number): Uint8Array | 'folder' | 'too-large' {
  const handle = path === '-' ? 0 : openSync(path, 'r')
  try {
    if (fstatSync(handle).isDirectory()) return 'folder'
    const chunks: Buffer[] = []
    let size = 0
    for (;;) {
      const chunk = Buffer.allocUnsafe(ONE_READ)
      const read = readSync(handle, chunk, 0, ONE_READ, null)
      if (read === 0) return Buffer.concat(chunks)
      size += read
      if (size > mostBytes) return 'too-large'
      chunks.push(chunk.subarray(0, read))
    }
  } finally {
    if (handle !== 0) closeSync(handle)
  }
}
