import type { FieldProblem, ProblemParams } from '@terreau/protocol/problems'

/** Collects what is wrong with one line; `null` values mean "already reported". */
export class LineProblems {
  readonly found: FieldProblem[] = []
  readonly #pointer: string

  constructor(pointer: string) {
    this.#pointer = pointer
  }

  add(field: string, code: string, params?: ProblemParams): null {
    const problem = { pointer: `${this.#pointer}/${field}`, code }
    this.found.push(params === undefined ? problem : { ...problem, params })
    return null
  }
}
