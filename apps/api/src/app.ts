import { endpoints } from '@terreau/protocol/endpoints'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mountFeatures } from './features/mount-features.ts'
import { serveDocs } from './platform/http/docs-pages.ts'
import { type Draining, serveHealth } from './platform/http/health.ts'
import type { HttpEnv } from './platform/http/http-env.ts'
import type { Router } from './platform/http/mount.ts'
import { problemResponse } from './platform/http/problem-response.ts'
import { requestLog } from './platform/http/request-log.ts'
import { refuseCrossSite, refusePathTricks, securityHeaders } from './platform/http/security.ts'
import { serveWeb } from './platform/http/static-web.ts'
import { ProblemError } from './platform/problem-error.ts'
import type { Services } from './platform/services.ts'
import { MOST_UPLOAD_BYTES } from './platform/uploads/inspect-upload.ts'

const BODY_LIMIT = 1024 * 1024

export interface App {
  hono: Hono<HttpEnv>
  router: Router
  state: Draining
}

/** The whole HTTP side. No side effect: main serves it, tests call it. */
export function createApp(services: Services, options: { webDirectory: string }): App {
  const hono = new Hono<HttpEnv>()
  const state: Draining = { isDraining: false }
  hono.use(requestLog(services.log))
  hono.use(securityHeaders)
  hono.use(refusePathTricks)
  hono.use('/api/*', refuseCrossSite)
  hono.use('/api/*', limitBodies())
  hono.onError((error, c) => problemResponse(error, c, services.log))
  serveHealth(hono, services, state)
  const router: Router = { app: hono, services, mounted: [] }
  mountFeatures(router)
  serveDocs(hono)
  hono.all('/api/*', () => {
    throw new ProblemError('not-found')
  })
  serveWeb(hono, options.webDirectory)
  hono.notFound((c) => problemResponse(new ProblemError('not-found'), c, services.log))
  return { hono, router, state }
}

/** Bodies are read whole, so they are bounded before: 1 MiB, and 10 MiB for a file or a table. */
function limitBodies(): ReturnType<typeof bodyLimit> {
  const onError = (): never => {
    throw new ProblemError('body-too-large')
  }
  const small = bodyLimit({ maxSize: BODY_LIMIT, onError })
  const large = bodyLimit({ maxSize: MOST_UPLOAD_BYTES, onError })
  const uploads = endpoints
    .filter((endpoint) => 'bodyKind' in endpoint)
    .map((endpoint) => new RegExp(`^/api${endpoint.path.replaceAll(/:\w+/g, '[^/]+')}$`))
  return (c, next) =>
    uploads.some((path) => path.test(c.req.path)) ? large(c, next) : small(c, next)
}
