import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { listPeople } from '../src/features/people/list-people.ts'
import type { DB } from '../src/platform/db/database.gen.ts'
import { actAs } from '../src/platform/mutation.ts'
import type { Caller, TestApp, TestCooperative } from '../test/test-app.ts'
import { requestsPerSecond } from './load.ts'
import { type Comparison, interleave } from './measure.ts'
import { serveProduct, serveRaw } from './servers.ts'

const CONNECTIONS = 16

/** P-01: a list of fifty people through the whole stack, against the same query on bare node:http and pg. */
export async function readList(
  test: TestApp,
  cooperative: TestCooperative,
  caller: Caller,
  rounds: number,
): Promise<Comparison> {
  const { text, parameters } = await capture(test, cooperative)
  const product = await serveProduct(test.urls.appUrl)
  // As the owner: without the wall.
  const raw = await serveRaw(test.urls.ownerUrl, text, parameters)
  const window = (port: number, headers: Record<string, string>) =>
    requestsPerSecond({
      connections: CONNECTIONS,
      seconds: 2,
      next: () => ({ port, method: 'GET', path: '/api/people', headers }),
    })
  try {
    const found = await interleave(rounds, {
      product: () => window(product.port, { cookie: caller.cookie }),
      limit: () => window(raw.port, {}),
    })
    const ratio = found.product / found.limit
    return {
      id: 'P-01',
      path: 'read a list of 50 people (session, permission, wall between cooperatives)',
      meaning: 'the list of people opens at once, also when the whole team works',
      goal: 'at least 0.50 of raw node:http + pg, same SQL',
      results: [
        {
          label: 'requests per second',
          ratio,
          isMet: ratio >= 0.5,
          detail: `${found.product.toFixed(0)} against ${found.limit.toFixed(0)} (${found.spread})`,
        },
      ],
    }
  } finally {
    await product.stop()
    await raw.stop()
  }
}

/** The product's own SQL, as it sends it. */
async function capture(
  test: TestApp,
  cooperative: TestCooperative,
): Promise<{ text: string; parameters: unknown[] }> {
  const queries: { text: string; parameters: unknown[] }[] = []
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: new pg.Pool({ connectionString: test.urls.appUrl, max: 1 }),
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: (event) => {
      queries.push({ text: event.query.sql, parameters: [...event.query.parameters] })
    },
  })
  const who = {
    actor: { kind: 'cli', name: 'bench' } as const,
    cooperativeId: cooperative.id,
    requestId: 'bench',
  }
  await actAs({ ...test.services, db }, who, (ctx, tx) => listPeople(tx, ctx, {}))
  await db.destroy()
  const list = queries.find((query) => query.text.includes('from terreau.person p'))
  if (list === undefined) throw new Error('the list sends no query')
  return list
}
