import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Caller, TestApp, TestCooperative } from '../test/test-app.ts'
import { requestsPerSecond } from './load.ts'
import { type Comparison, interleave } from './measure.ts'
import { serveProduct } from './servers.ts'

const CONNECTIONS = 10
const SECONDS = 2

interface Sender {
  cooperative: TestCooperative
  caller: Caller
}

/**
 * P-03: a declaration sent (idempotency, audit chain, number, wall), against one prepared INSERT per commit.
 * Those of one cooperative are written one after the other, because its journal is one chain; several
 * cooperatives write beside each other. The second limit takes a head in turn as the journal does.
 */
export async function createDeclaration(
  test: TestApp,
  senders: readonly Sender[],
  options: { rounds: number; months: readonly string[] },
): Promise<Comparison> {
  const admin = new pg.Pool({ connectionString: test.urls.ownerUrl, max: CONNECTIONS })
  await admin.query(`
    create table terreau.bench_row (id uuid primary key, person_id uuid, month text, body jsonb);
    create table terreau.bench_head (id integer primary key, n bigint not null);
    insert into terreau.bench_head values (1, 0)`)
  const queues: Asked[][] = []
  for (const sender of senders) queues.push(await workOf(admin, sender, options.months))
  const product = await serveProduct(test.urls.appUrl)
  const send = (among: readonly Asked[][]) => {
    let turn = 0
    const next = () => {
      turn += 1
      const asked = among[turn % among.length]?.pop()
      if (asked === undefined) throw new Error('the bench needs more people or months')
      return toRequest(product.port, asked)
    }
    return () => requestsPerSecond({ connections: CONNECTIONS, seconds: SECONDS, next })
  }
  const { rounds } = options
  try {
    const one = { product: send(queues.slice(0, 1)), limit: () => insertsPerSecond(admin, INSERT) }
    const many = { product: send(queues.slice(1)), limit: one.limit }
    const chained = { product: one.product, limit: () => insertsPerSecond(admin, CHAINED_INSERT) }
    return {
      id: 'P-03',
      path: 'send a declaration (HTTP, idempotency, audit chain, gapless number, wall)',
      meaning: 'on the last evening of the month everybody can send at once',
      goal: 'at least 0.35 of one prepared INSERT per commit',
      results: [
        row('one cooperative', await interleave(rounds, one)),
        row(`${queues.length - 1} cooperatives at once`, await interleave(rounds, many)),
        row(
          'one cooperative, against INSERTs that take one head in turn',
          await interleave(rounds, chained),
        ),
      ],
    }
  } finally {
    await product.stop()
    await admin.end()
  }
}

interface Asked {
  personId: string
  month: string
  cookie: string
}

async function workOf(
  admin: pg.Pool,
  { cooperative, caller }: Sender,
  months: readonly string[],
): Promise<Asked[]> {
  const { rows } = await admin.query<{ id: string }>(
    'select id from terreau.person where cooperative_id = $1',
    [cooperative.id],
  )
  const { cookie } = caller
  return months.flatMap((month) => rows.map((person) => ({ personId: person.id, month, cookie })))
}

function toRequest(port: number, { personId, month, cookie }: Asked) {
  return {
    port,
    method: 'POST',
    path: `/api/people/${personId}/declarations/${month}`,
    headers: {
      cookie,
      origin: `http://127.0.0.1:${port}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(nilDeclaration()),
  }
}

function row(
  label: string,
  found: { product: number; limit: number; spread: string },
): Comparison['results'][number] {
  const ratio = found.product / found.limit
  const detail = `${found.product.toFixed(0)} per second against ${found.limit.toFixed(0)} (${found.spread})`
  return { label, ratio, isMet: ratio >= 0.35, detail }
}

const INSERT = 'insert into terreau.bench_row values ($1, $2, $3, $4)'
const CHAINED_INSERT = `with head as (update terreau.bench_head set n = n + 1 where id = 1 returning n)
  insert into terreau.bench_row select $1::uuid, $2::uuid, $3, $4::jsonb from head`

async function insertsPerSecond(pool: pg.Pool, text: string): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      await pool.query({
        name: text.slice(0, 8),
        text,
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
