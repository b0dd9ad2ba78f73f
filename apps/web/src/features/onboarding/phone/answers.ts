import { isFactValue, UNKNOWN } from '@terreau/domain/pipeline/facts'
import { factOf } from '@terreau/domain/pipeline/questions'
import { parseFrenchDate } from '@terreau/domain/time/local-date'
import type { Question } from './queries.ts'

/** What was typed, as the wire wants it; null when it is no answer yet. */
export function readAnswer(question: Question, typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  if (question === 'born_on') return parseFrenchDate(text.replaceAll(/[\s.-]+/g, '/'))
  const fact = factOf(question)
  if (fact === null) return text
  return isFactValue(fact, text) && text !== UNKNOWN ? text : null
}

/** A known answer, as it is typed on the page. */
export function typedOf(question: Question, value: string | null): string {
  if (value === null || value === UNKNOWN) return ''
  if (question !== 'born_on') return value
  return value.split('-').reverse().join('/')
}
