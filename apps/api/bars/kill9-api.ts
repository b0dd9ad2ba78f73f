import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Caller, createTestApp, givenCooperative, givenUser } from '../test/test-app.ts'
import { atLeast, type Bar, fact } from './bar.ts'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const CLIENTS = 12

/**
 * The server is killed without warning under load, again and again. Clients note what they sent and what was
 * acknowledged outside of it, and repeat with the same key what they got no answer to.
 */
export const kill9Api: Bar = {
  name: 'kill9-api',
  promise: 'when the server is killed, nothing confirmed is lost and nothing is written twice',
  sabotage: 'a new key for each try of the same request',
  async run(options) {
    const test = await createTestApp()
    const admin = new pg.Client({ connectionString: test.urls.ownerUrl })
    await admin.connect()
    try {
      const cooperative = await givenCooperative(test)
      const caller = await givenUser(test, cooperative, ['direction'])
      const server = await startServer(test.urls.ownerUrl)
      const load = startClients(server.port, caller, options.isSabotaged)
      const kills = options.isSmall ? 3 : 30
      for (let n = 0; n < kills; n += 1) {
        await pause(1_500)
        await server.killAndRestart()
      }
      await pause(1_000)
      const journal = await load.stop()
      await server.stop()
      const { rows } = await admin.query<{ name: string; n: number }>(
        `select given_name as name, count(*)::int as n from terreau.person where cooperative_id = $1 group by 1`,
        [cooperative.id],
      )
      const stored = new Map(rows.map((row) => [row.name, row.n]))
      const lost = journal.acknowledged.filter((name) => !stored.has(name))
      return {
        checks: [
          atLeast('acknowledged writes', journal.acknowledged.length, kills * 10),
          atLeast('requests repeated after a kill', journal.repeated, 1),
          fact('acknowledged and lost', lost.length, 0),
          fact('written twice', [...stored.values()].filter((n) => n > 1).length, 0),
        ],
        counts: { acknowledged: journal.acknowledged.length, repeated: journal.repeated, kills },
      }
    } finally {
      await admin.end()
      await test.close()
    }
  },
}

async function startServer(databaseUrl: string) {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'terreau-bar-'))
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  }
  let child: ChildProcess = launch()
  function launch(): ChildProcess {
    return spawn(process.execPath, [MAIN], { env, stdio: 'ignore' })
  }
  await ready(port)
  return {
    port,
    async killAndRestart() {
      await kill(child, 'SIGKILL')
      child = launch()
      await ready(port)
    },
    stop: () => kill(child, 'SIGKILL'),
  }
}

function startClients(port: number, caller: Caller, isSabotaged: boolean) {
  const acknowledged: string[] = []
  let repeated = 0
  let isOn = true
  const client = async (): Promise<void> => {
    while (isOn) {
      const name = randomUUID()
      const key = randomUUID()
      for (let attempt = 0; ; attempt += 1) {
        // A double tap: the same request leaves twice at once, and again when no answer comes.
        const keys = isSabotaged ? [randomUUID(), randomUUID()] : [key, key]
        const statuses = await Promise.all(keys.map((k) => send(port, caller, name, k)))
        const status = statuses.find((s) => s === 200) ?? statuses[0]
        if (status === 200) {
          acknowledged.push(name)
          break
        }
        if (status !== undefined && status < 500 && status !== 409) break
        repeated += 1
        if (!isOn && attempt > 50) break
        await pause(50)
      }
    }
  }
  const clients = Array.from({ length: CLIENTS }, client)
  return {
    async stop() {
      isOn = false
      await Promise.all(clients)
      return { acknowledged, repeated }
    },
  }
}

async function send(
  port: number,
  caller: Caller,
  givenName: string,
  key: string,
): Promise<number | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/people`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: `http://127.0.0.1:${port}`,
        cookie: caller.cookie,
        'idempotency-key': key,
      },
      body: JSON.stringify(newPerson(givenName)),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return undefined
  }
}

function newPerson(givenName: string) {
  return {
    civility: '',
    familyName: 'Touré',
    givenName,
    bornOn: '1990-01-01',
    email: '',
    phone: '',
    locale: 'fr',
    address: '',
    activity: { name: 'conseil', vatRateBp: 2000, fiscalHorsepower: null },
    isReallyNew: true,
  }
}

async function ready(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (isUp) return
    await pause(100)
  }
  throw new Error('the server did not come back')
}

function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill(signal)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
