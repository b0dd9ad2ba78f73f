import { problemTitle } from '@terreau/i18n/problem-title'
import { PROBLEMS, type Problem, type ProblemCode } from '@terreau/protocol/problems'
import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { problemOfConstraint } from '../db/constraint-problems.ts'
import { ProblemError } from '../problem-error.ts'
import type { HttpEnv } from './http-env.ts'
import { localeOf } from './locale.ts'

const RETRY_AFTER_SECONDS: Partial<Record<ProblemCode, string>> = {
  unavailable: '5',
  'outcome-unknown': '1',
  'idempotency-busy': '1',
}

/** Any error as application/problem+json. Only its code travels; message and stack go to the log. */
export function problemResponse(error: unknown, c: HonoContext<HttpEnv>, log: Logger): Response {
  const problem = toProblemError(error)
  const requestId = c.get('requestId')
  const facts = c.get('logFacts')
  if (facts) facts.problem = problem.code
  if (problem.code === 'internal') logFault(log, error, requestId)
  const status = PROBLEMS[problem.code]
  const body: Problem = {
    type: `/problems/${problem.code}`,
    title: problemTitle(localeOf(c), problem.code, problem.params),
    status,
    instance: `urn:terreau:request:${requestId}`,
    code: problem.code,
    ...(problem.params ? { params: problem.params } : {}),
    ...(problem.errors ? { errors: problem.errors } : {}),
  }
  const headers = new Headers({ 'Content-Type': 'application/problem+json' })
  const retry = RETRY_AFTER_SECONDS[problem.code]
  if (retry !== undefined) headers.set('Retry-After', retry)
  return new Response(JSON.stringify(body), { status, headers })
}

function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof HTTPException && error.status === 413)
    return new ProblemError('body-too-large')
  const code = problemOfConstraint(error)
  return new ProblemError(code ?? 'internal')
}

/** The text of a database error can quote a person's data; only its code and place are logged. */
function logFault(log: Logger, error: unknown, requestId: string): void {
  const isError = error instanceof Error
  const isDatabase = typeof error === 'object' && error !== null && 'severity' in error
  log.error(
    {
      requestId,
      kind: isError ? error.name : typeof error,
      code: isError && 'code' in error ? error.code : undefined,
      constraint: isError && 'constraint' in error ? error.constraint : undefined,
      message: isError && !isDatabase ? error.message : undefined,
      stack: isError ? error.stack?.split('\n').slice(1, 6) : undefined,
    },
    'request failed',
  )
}
