import { spokenParams } from '@terreau/i18n/spoken-params'
import { findMessage, type Locale, translate } from '@terreau/i18n/t'
import type { FieldProblem } from '@terreau/protocol/problems'
import { problemOf } from './problem-error.ts'

/** The sentence of a refusal; a general one when its words could not be fetched. */
export function problemText(error: unknown, catalogue: object, locale: Locale): string {
  const problem = problemOf(error)
  const key = problem === null ? '' : `problems.${problem.code}`
  if (problem !== null && findMessage(catalogue, key) !== null) {
    return translate(catalogue, locale, key, spokenParams(problem.params, locale))
  }
  const isNetwork = problem?.code === 'network'
  return translate(
    catalogue,
    locale,
    isNetwork ? 'common.error.network' : 'common.error.unexpected',
  )
}

/**
 * The sentence of one refused field. Codes of the request check live in `fieldErrors`; a code
 * of the domain (such as 'amount-decimals') may have its own sentence there too.
 */
export function fieldText(field: FieldProblem, catalogue: object, locale: Locale): string {
  const params = spokenParams(field.params ?? {}, locale)
  for (const code of [field.code, field.code.replace(/^(field-format)-.*/, '$1')]) {
    for (const place of ['fieldErrors', 'problems']) {
      if (findMessage(catalogue, `${place}.${code}`) !== null) {
        return translate(catalogue, locale, `${place}.${code}`, params)
      }
    }
  }
  return translate(catalogue, locale, 'fieldErrors.field-not-accepted')
}
