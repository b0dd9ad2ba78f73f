import type { z } from 'zod'
import { ProblemError } from './problem-error.ts'

/** Where a page ended: the sort keys of its last line, opaque to callers. */
export function encodeCursor(at: readonly string[]): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url')
}

/** Reads a cursor back; anything else than one of ours is a bad request, never a database error. */
export function decodeCursor<T>(text: string | undefined, shape: z.ZodType<T>): T | null {
  if (text === undefined) return null
  const parsed = shape.safeParse(readJson(text))
  if (parsed.success) return parsed.data
  const errors = [{ pointer: '/query', code: 'field-not-accepted' }]
  throw new ProblemError('request-invalid', undefined, errors)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
