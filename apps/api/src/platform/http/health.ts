import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Services } from '../services.ts'
import type { HttpEnv } from './http-env.ts'

export interface Draining {
  isDraining: boolean
}

/** /healthz never asks the database (a restart loop would begin); /readyz does, and says no while draining. */
export function serveHealth(app: Hono<HttpEnv>, services: Services, state: Draining): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    if (state.isDraining) return c.json({ status: 'draining' }, 503)
    const isUp = await Promise.race([
      ping(services),
      new Promise<false>((done) => setTimeout(done, 500, false)),
    ])
    return isUp ? c.json({ status: 'ready' }) : c.json({ status: 'database unreachable' }, 503)
  })
}

async function ping(services: Services): Promise<boolean> {
  try {
    await sql`select 1`.execute(services.db)
    return true
  } catch {
    return false
  }
}
