import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Caller, TestApp, TestCooperative } from '../test/test-app.ts'
import { requestsPerSecond } from './load.ts'
import { type Comparison, interleave } from './measure.ts'
import { serveProduct } from './servers.ts'

const CONNECTIONS = 10
const SECONDS = 2

/** P-03: a declaration sent (idempotency, audit chain, number, wall), against one prepared INSERT per commit. */
export async function createDeclaration(
  test: TestApp,
  cooperative: TestCooperative,
  caller: Caller,
  options: { rounds: number; months: readonly string[] },
): Promise<Comparison> {
  const admin = new pg.Pool({ connectionString: test.urls.ownerUrl, max: CONNECTIONS })
  const { rows } = await admin.query<{ id: string }>(
    'select id from terreau.person where cooperative_id = $1',
    [cooperative.id],
  )
  await admin.query(
    'create table terreau.bench_row (id uuid primary key, person_id uuid, month text, body jsonb)',
  )
  const work = options.months.flatMap((month) => rows.map((row) => ({ personId: row.id, month })))
  const product = await serveProduct(test.urls.appUrl)
  const headers = {
    cookie: caller.cookie,
    origin: `http://127.0.0.1:${product.port}`,
    'content-type': 'application/json',
  }
  const next = () => {
    const job = work.pop()
    if (job === undefined) throw new Error('the bench needs more people or months')
    return {
      port: product.port,
      method: 'POST',
      path: `/api/people/${job.personId}/declarations/${job.month}`,
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: JSON.stringify(nilDeclaration()),
    }
  }
  try {
    const found = await interleave(options.rounds, {
      product: () => requestsPerSecond({ connections: CONNECTIONS, seconds: SECONDS, next }),
      limit: () => insertsPerSecond(admin),
    })
    const ratio = found.product / found.limit
    return {
      id: 'P-03',
      path: 'send a declaration (HTTP, idempotency, audit chain, gapless number, wall)',
      meaning: 'on the last evening of the month everybody can send at once',
      goal: 'at least 0.35 of one prepared INSERT per commit',
      results: [
        {
          label: 'declarations per second',
          ratio,
          isMet: ratio >= 0.35,
          detail: `${found.product.toFixed(0)} against ${found.limit.toFixed(0)} (${found.spread})`,
        },
      ],
    }
  } finally {
    await product.stop()
    await admin.end()
  }
}

async function insertsPerSecond(pool: pg.Pool): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      await pool.query({
        name: 'bench-insert',
        text: 'insert into terreau.bench_row values ($1, $2, $3, $4)',
        values: [randomUUID(), randomUUID(), '2026-10', '{}'],
      })
      done += 1
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, loop))
  return done / ((performance.now() - started) / 1000)
}

function nilDeclaration() {
  return {
    clientId: randomUUID(),
    hasSales: false,
    sales: [],
    hasExpenses: false,
    expenses: [],
    trips: [],
  }
}
