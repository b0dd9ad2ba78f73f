import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { HttpEnv } from './http-env.ts'

/**
 * One line per request, from an allow-list: pattern of the route, status, time, opaque ids. No body, no
 * query, no name, no address.
 */
export function requestLog(log: Logger): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const started = performance.now()
    c.set('requestId', randomUUID())
    c.set('logFacts', {})
    await next()
    const facts = c.get('logFacts')
    c.res.headers.set('X-Request-Id', c.get('requestId'))
    log.info(
      {
        requestId: c.get('requestId'),
        route: facts.route ?? 'web',
        method: c.req.method,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
        cooperative: facts.cooperativeId || undefined,
        user: facts.userId,
        problem: facts.problem,
      },
      'request',
    )
  }
}
