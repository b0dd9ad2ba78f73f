import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockDataDir } from '@terreau/db/data-lock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { queryAsOwner } from './query-as-owner.ts'
import { createTestApp, givenCooperative, type TestApp } from './test-app.ts'

const MAIN = join(import.meta.dirname, '../src/main.ts')

let test: TestApp
let dataDir: string
const children: ChildProcess[] = []

beforeAll(async () => {
  test = await createTestApp()
  await givenCooperative(test)
})
afterAll(() => test.close())
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'terreau-start-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  said(): string
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
}

/** The server as npm start runs it, on a port that the system chooses unless another is given. */
function start(settings: Record<string, string> = {}, args: string[] = []): Started {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...settings }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, said: () => said, ended }
}

const onTestDatabase = (): Record<string, string> => ({
  DATABASE_URL: test.urls.ownerUrl,
  TERREAU_DEMO: '1',
  LOG_LEVEL: 'info',
})

/** The address that the ready line prints. */
async function ready(server: Started): Promise<URL> {
  for (;;) {
    const found = /Terreau est prêt sur (\S+)/.exec(server.said())?.[1]
    if (found !== undefined) return new URL(found)
    const hasEnded = await Promise.race([
      server.ended.then(() => true),
      new Promise<false>((done) => setTimeout(done, 30, false)),
    ])
    if (hasEnded) throw new Error(`it did not start: ${server.said()}`)
  }
}

/** Begins to send a request and gives the way to finish it, and what is answered in the end. */
async function halfRequest(port: number) {
  const body = JSON.stringify({ email: 'quelqu.un@exemple.test' })
  const head = [
    'POST /api/sign-in/code HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '\r\n',
  ]
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  await once(socket, 'connect')
  socket.write(head.join('\r\n'))
  socket.write(body.slice(0, 5))
  return {
    async finish(): Promise<string> {
      socket.write(body.slice(5))
      await once(socket, 'close')
      return answer
    },
  }
}

const traces = async () => ({
  migrations: await queryAsOwner(test, 'select * from terreau.schema_migration order by name'),
  cooperatives: await queryAsOwner(test, 'select id, name from terreau.cooperative order by id'),
})

describe('a start that cannot be says why in one sentence, and leaves with a status', () => {
  const nowhere = { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/none' }

  it('a port in use is said before any work on the database', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : 0
    const refused = start({ ...nowhere, PORT: String(port) })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toBe(
      `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre avec PORT=3001.\n`,
    )
    other.close()
  })

  it('a second start on one DATA_DIR names the first, wherever the database is', async () => {
    const first = await lockDataDir(dataDir)
    const refused = start(nowhere)
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain(
      `Terreau tourne déjà sur ${dataDir} (processus ${process.pid},`,
    )
    expect(refused.said().trim().split('\n')).toHaveLength(1)
    first.release()
  })

  it('a database that does not answer', async () => {
    const refused = start(nowhere)
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toBe('Aucun serveur PostgreSQL ne répond sur 127.0.0.1, port 1.\n')
    const english = start(nowhere, ['--lang', 'en'])
    expect(await english.ended).toBe(1)
    expect(english.said()).toBe('No PostgreSQL server answers on 127.0.0.1, port 1.\n')
  })
})

describe('a start on a database that is ready', () => {
  it('after kill -9 too: the port really taken is said, nothing is migrated or filled again, and it stops gracefully', {
    timeout: 90_000,
  }, async () => {
    const killed = start(onTestDatabase())
    await ready(killed)
    killed.child.kill('SIGKILL')
    await killed.ended
    const before = await traces()
    const server = start(onTestDatabase())
    const { port } = await ready(server)
    expect(Number(port)).toBeGreaterThan(0)
    const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
    expect((await at('/healthz')).status).toBe(200)
    expect((await at('/readyz')).status).toBe(200)
    expect(server.said()).not.toContain('Premier démarrage')
    expect(await traces()).toEqual(before)

    const running = await halfRequest(Number(port))
    server.child.kill('SIGTERM')
    await new Promise((done) => setTimeout(done, 150))
    expect((await at('/readyz')).status).toBe(503)
    expect((await at('/healthz')).status).toBe(200)
    expect(await running.finish()).toMatch(/^HTTP\/1\.1 20\d /)
    expect(await server.ended).toBe(0)
  })
})
