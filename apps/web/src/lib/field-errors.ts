import type { Locale } from '@terreau/i18n/t'
import { problemOf } from './problem-error.ts'
import { fieldText, problemText } from './problem-text.ts'

export interface ErrorLine {
  /** The `name` (and id) of the field; null when the error is of the whole form. */
  name: string | null
  text: string
}

/** Errors found before sending, by field name; null or undefined when a field is right. */
export type LocalErrors = Readonly<Record<string, string | null | undefined>>

export interface FieldErrors {
  /** The sentence to show at a field: `errorOf('direction.email')` for '/body/direction/email'. */
  errorOf: (name: string) => string | null
  lines: readonly ErrorLine[]
  hasErrors: boolean
}

/**
 * Turns what was refused, here or by the API, into sentences at their fields. A field is named after its
 * pointer in the body or, beside a file, in the query, with dots: 'cooperative.name'.
 */
export function fieldErrors(
  error: unknown,
  local: LocalErrors,
  words: { catalogue: object; locale: Locale },
): FieldErrors {
  const lines = [...localLines(local), ...remoteLines(error, words)]
  return {
    errorOf: (name) => lines.find((line) => line.name === name)?.text ?? null,
    lines,
    hasErrors: lines.length > 0,
  }
}

function localLines(local: LocalErrors): ErrorLine[] {
  return Object.entries(local).flatMap(([name, text]) => (text ? [{ name, text }] : []))
}

function remoteLines(error: unknown, words: { catalogue: object; locale: Locale }): ErrorLine[] {
  if (error === null || error === undefined) return []
  const fields = problemOf(error)?.errors ?? []
  if (fields.length === 0) {
    return [{ name: null, text: problemText(error, words.catalogue, words.locale) }]
  }
  return fields.map((field) => ({
    name: nameOf(field.pointer),
    text: fieldText(field, words.catalogue, words.locale),
  }))
}

function nameOf(pointer: string): string | null {
  const match = /^\/(?:body|query)\/(.+)$/.exec(pointer)
  return match?.[1]?.replaceAll('/', '.') ?? null
}
