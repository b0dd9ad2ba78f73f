import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { nextNumber } from '../src/platform/numbers/next-number.ts'
import { asCommand, createTestApp, givenCooperative, type TestApp } from '../test/test-app.ts'
import { atLeast, type Bar, type BarOptions, fact } from './bar.ts'

const ABORT_SHARE = 0.15

/**
 * Numbers of documents under concurrency: many issuers at once, one in seven changing their mind, and
 * connections killed. Each committed number stands in a row beside its document.
 */
export const gapless: Bar = {
  name: 'gapless',
  promise: 'document numbers run 1, 2, 3… without a hole or a double, whatever crashes',
  sabotage: 'a database sequence in place of the counter row',
  async run(options) {
    const test = await createTestApp()
    const admin = new pg.Pool({ connectionString: test.urls.ownerUrl, max: 2 })
    admin.on('error', () => undefined)
    try {
      await admin.query(
        'create sequence terreau.sabotage_number; grant usage on sequence terreau.sabotage_number to terreau_app',
      )
      const cooperative = await givenCooperative(test)
      const wanted = options.isSmall ? 400 : 10_000
      const killer = killBackends(admin, options)
      const tries = await issueMany(test, cooperative.id, {
        wanted,
        isSabotaged: options.isSabotaged,
      })
      const kills = await killer.stop()
      const found = await readNumbers(admin, cooperative.id)
      return {
        checks: [
          atLeast('numbers issued', found.length, wanted),
          fact('holes', gaps(found), 0),
          fact('doubles', found.length - new Set(found).size, 0),
        ],
        counts: { issued: found.length, tries, kills },
      }
    } finally {
      await admin.end()
      await test.close()
    }
  },
}

async function issueMany(
  test: TestApp,
  cooperativeId: string,
  options: { wanted: number; isSabotaged: boolean },
): Promise<number> {
  let issued = 0
  let tries = 0
  const issuer = async (): Promise<void> => {
    while (issued < options.wanted) {
      tries += 1
      try {
        await issueOne(test, cooperativeId, options.isSabotaged)
        issued += 1
      } catch {
        // An abort or a killed connection: the issuer goes on with the next document.
      }
    }
  }
  await Promise.all(Array.from({ length: 20 }, issuer))
  return tries
}

async function issueOne(test: TestApp, cooperativeId: string, isSabotaged: boolean): Promise<void> {
  await asCommand(test, cooperativeId, async (ctx, tx) => {
    const n = isSabotaged
      ? (await sql<{ n: bigint }>`select nextval('terreau.sabotage_number') as n`.execute(tx))
          .rows[0]?.n
      : await nextNumber(tx, ctx, 'attestation', 2026)
    const bytes = Buffer.from(`document ${n}`)
    await sql`insert into terreau.stored_file (cooperative_id, id, sha256, media_type, file_name, bytes)
      values (${cooperativeId}, ${randomUUID()}, sha256(${bytes}), 'text/plain', ${String(n)}, ${bytes})`.execute(
      tx,
    )
    if (Math.random() < ABORT_SHARE) throw new Error('the issuer changes their mind')
  })
}

/** Ends application connections now and then, in the middle of whatever they do. */
function killBackends(admin: pg.Pool, options: BarOptions): { stop(): Promise<number> } {
  let kills = 0
  let isOn = true
  const loop = (async () => {
    while (isOn) {
      await new Promise((done) => setTimeout(done, options.isSmall ? 150 : 400))
      const { rowCount } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = 'terreau_app' and state <> 'idle' limit 1`,
      )
      kills += rowCount ?? 0
    }
  })()
  return {
    async stop() {
      isOn = false
      await loop
      return kills
    },
  }
}

async function readNumbers(admin: pg.Pool, cooperativeId: string): Promise<number[]> {
  const { rows } = await admin.query<{ n: string }>(
    `select file_name as n from terreau.stored_file where cooperative_id = $1 and media_type = 'text/plain'`,
    [cooperativeId],
  )
  return rows.map((row) => Number(row.n)).sort((a, b) => a - b)
}

function gaps(sorted: readonly number[]): number {
  return new Set(sorted).size === 0 ? 0 : (sorted.at(-1) ?? 0) - new Set(sorted).size
}
