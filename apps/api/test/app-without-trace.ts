import type pg from 'pg'
import { type App, createApp } from '../src/app.ts'
import { connect } from '../src/platform/db/client.ts'
import type { TestApp } from './test-app.ts'

/**
 * The same application, whose writes leave no trace: each transaction is checked as at its end and then
 * rolled back instead of committed. So every act can be tried on the same rows, in any order.
 */
export function appWithoutTrace(test: TestApp): { app: App; close(): Promise<void> } {
  const client = connect(test.urls.appUrl)
  client.pool.on('connect', rollBackAtCommit)
  const services = { ...test.services, db: client.db }
  return { app: createApp(services, { webDirectory: '/nonexistent' }), close: client.close }
}

function rollBackAtCommit(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...given: unknown[]) => unknown
  // Kysely ends a transaction with this one word, and reads the answer's command. Deferred constraints are
  // asked first, as COMMIT would.
  const query = async (text: unknown, ...rest: unknown[]) => {
    if (text !== 'commit') return send(text, ...rest)
    await send('set constraints all immediate')
    await send('rollback')
    return { command: 'COMMIT', rowCount: null, rows: [] }
  }
  client.query = query as typeof client.query
}
