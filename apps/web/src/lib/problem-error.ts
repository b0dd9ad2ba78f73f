import type { FieldProblem, ProblemCode, ProblemParams } from '@terreau/protocol/problems'

interface ProblemFacts {
  status: number
  code: ProblemCode | 'network'
  params?: ProblemParams | undefined
  errors?: readonly FieldProblem[] | undefined
  requestId?: string | null | undefined
}

/** A refusal of the API, or the network being away (`network`). The words come from the catalogue. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: ProblemCode | 'network'
  readonly params: ProblemParams
  readonly errors: readonly FieldProblem[]
  /** To read out on the phone: it finds the line in the server's log. */
  readonly requestId: string | null

  constructor(facts: ProblemFacts) {
    super(facts.code)
    this.name = 'ProblemError'
    this.status = facts.status
    this.code = facts.code
    this.params = facts.params ?? {}
    this.errors = facts.errors ?? []
    this.requestId = facts.requestId ?? null
  }
}

/** The problem behind any thrown value; `null` when the error is ours (a fault of the page). */
export function problemOf(error: unknown): ProblemError | null {
  return error instanceof ProblemError ? error : null
}

/** Whether a call failed for want of network, or because the server rests: the work is kept and sent later. */
export function isOffline(error: unknown): boolean {
  const code = problemOf(error)?.code
  return code === 'network' || code === 'unavailable'
}
