import { findMessage, type Locale, type MessageParams, translate } from '@terreau/i18n/t'
import type { FieldProblem } from '@terreau/protocol/problems'
import { problemOf } from './problem-error.ts'

/** The sentence of a refusal, in the language shown. */
export function problemText(error: unknown, catalogue: object, locale: Locale): string {
  const problem = problemOf(error)
  if (problem === null) return translate(catalogue, locale, 'common.error.unexpected')
  return translate(catalogue, locale, `problems.${problem.code}`, problem.params)
}

/**
 * The sentence of one refused field. Codes of the request check live in `common.fieldError`; a code
 * of the domain (such as 'amount-decimals') may have its own sentence there too.
 */
export function fieldText(field: FieldProblem, catalogue: object, locale: Locale): string {
  const params: MessageParams = field.params ?? {}
  for (const code of [field.code, field.code.replace(/^(field-format)-.*/, '$1')]) {
    for (const place of ['common.fieldError', 'problems']) {
      if (findMessage(catalogue, `${place}.${code}`) !== null) {
        return translate(catalogue, locale, `${place}.${code}`, params)
      }
    }
  }
  return translate(catalogue, locale, 'common.fieldError.field-not-accepted')
}
