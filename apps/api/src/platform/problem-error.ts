import type { Refusal } from '@terreau/domain/result'
import {
  type FieldProblem,
  isProblemCode,
  type ProblemCode,
  type ProblemParams,
} from '@terreau/protocol/problems'

/** An expected "no". Throwing it rolls the transaction back and becomes an RFC 9457 answer. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly params: ProblemParams | undefined
  readonly errors: FieldProblem[] | undefined

  constructor(code: ProblemCode, params?: ProblemParams, errors?: FieldProblem[]) {
    super(code)
    this.code = code
    this.params = params
    this.errors = errors
  }
}

/** Turns a refusal of the domain into the problem of the same name. */
export function refuse(refusal: Refusal): never {
  if (!isProblemCode(refusal.code))
    throw new Error(`refusal ${refusal.code} is not in the catalogue`)
  throw new ProblemError(refusal.code, refusal.params)
}

/** The row, or 404: an absent row and one out of sight answer alike. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new ProblemError('not-found')
  return row
}
