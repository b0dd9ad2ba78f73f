import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { canEnter, isRoot, serverUser } from './embedded-user.ts'
import { processState } from './process-identity.ts'
import { killNow, newDataDir, postmasterPid, query, startChild, stopChild } from './test-child.ts'

// Each test prepares a server of its own, and most start it twice: seconds alone, much longer beside other suites.
vi.setConfig({ testTimeout: 90_000 })

let dataDir = ''
let server: Embedded | undefined
const children: ChildProcess[] = []

beforeEach(() => {
  dataDir = newDataDir()
})

afterEach(async () => {
  await server?.stop()
  server = undefined
  for (const child of children.splice(0)) await killNow(child)
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(): Promise<Embedded> {
  server = await startEmbedded({ dataDir })
  return server
}

async function startKilled(): Promise<number> {
  const { child, ownerUrl } = await startChild(dataDir)
  children.push(child)
  await query(ownerUrl ?? '', 'create table kept (id int); insert into kept values (1)')
  const pid = postmasterPid(dataDir)
  await killNow(child)
  return pid
}

test('the server keeps what it acknowledged, listens on loopback only and asks for a password', async () => {
  const { ownerUrl } = await start()
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'jit']
  const others = ['listen_addresses', 'unix_socket_directories', 'TimeZone', 'server_encoding']
  const wanted = [...names, ...others].map((name) => `'${name}'`).join(', ')
  const rows = await query(
    ownerUrl,
    `select name, setting from pg_settings where name in (${wanted})`,
  )
  expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    jit: 'off',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    TimeZone: 'UTC',
    server_encoding: 'UTF8',
  })
  const methods = await query(ownerUrl, 'select distinct auth_method from pg_hba_file_rules')
  expect(methods.map((row) => row.auth_method).sort()).toEqual(['reject', 'scram-sha-256'])
  await expect(query(ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
    code: 'database-refused',
  })
})

test('a second start on the same folder is refused and says who holds it', async () => {
  await start()
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    code: 'data-dir-in-use',
    message: expect.stringContaining(`process ${process.pid}`),
  })
  const second = await startChild(dataDir)
  children.push(second.child)
  expect(second).toMatchObject({ code: 'data-dir-in-use' })
})

test('after kill -9 of Terreau the next start takes over, with every committed row', async () => {
  const orphan = await startKilled()
  expect(processState(orphan)).toBe('alive')
  const { ownerUrl } = await start()
  expect(processState(orphan)).not.toBe('alive')
  expect(await query(ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
})

test('after kill -9 of Terreau and of PostgreSQL the next start recovers', async () => {
  const orphan = await startKilled()
  process.kill(orphan, 'SIGKILL')
  const { ownerUrl } = await start()
  expect(await query(ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
})

test('a process that got the number of the dead server does not block the start', async () => {
  const orphan = await startKilled()
  process.kill(orphan, 'SIGKILL')
  const user = serverUser()
  const stranger = spawn('sleep', ['60'], user ? { uid: user.uid, gid: user.gid } : {})
  children.push(stranger)
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)))
  const { ownerUrl } = await start()
  expect(await query(ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
  expect(stranger.exitCode).toBeNull()
})

test('after kill -9 of PostgreSQL it is started again at the same address', async () => {
  const { ownerUrl, onCrash } = await start()
  const crashes = vi.fn()
  onCrash(crashes)
  await query(ownerUrl, 'create table kept (id int); insert into kept values (1)')
  process.kill(postmasterPid(dataDir), 'SIGKILL')
  await vi.waitFor(() => expect(crashes).toHaveBeenCalledWith({ restarted: true }), 15_000)
  expect(await query(ownerUrl, 'select id from kept')).toEqual([{ id: 1 }])
})

test('a session in the middle of a long statement does not keep it from starting again', async () => {
  const { ownerUrl, onCrash } = await start()
  const crashes = vi.fn()
  onCrash(crashes)
  const long = query(ownerUrl, 'select count(*) from generate_series(1, 5000000000) n where n < 0')
  const ended = long.catch((error: unknown) => error)
  await vi.waitFor(
    async () =>
      expect(
        await query(ownerUrl, `select 1 from pg_stat_activity where query like '%5000000000%'`),
      ).toHaveLength(2),
    10_000,
  )
  process.kill(postmasterPid(dataDir), 'SIGKILL')
  await vi.waitFor(() => expect(crashes).toHaveBeenCalledWith({ restarted: true }), 60_000)
  expect(await ended).toBeInstanceOf(Error)
  expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a stop ends the server and lets the folder go', async () => {
  const first = await start()
  const pid = postmasterPid(dataDir)
  await first.stop()
  expect(processState(pid)).toBe('gone')
  await start()
})

test('when another program has taken the former port, another one is chosen', async () => {
  const first = await start()
  await first.stop()
  const other = createServer().listen(first.port, '127.0.0.1')
  const second = await start()
  other.close()
  expect(second.port).not.toBe(first.port)
})

describe('refusals, each in one sentence', () => {
  test('the data folder is a file', async () => {
    const path = join(dataDir, 'file')
    writeFileSync(path, '')
    await expect(startEmbedded({ dataDir: path })).rejects.toMatchObject({
      code: 'data-dir-not-writable',
      message: `${path} is not a folder.`,
    })
  })

  test('the password of existing data is lost', async () => {
    const first = await start()
    await first.stop()
    rmSync(join(dataDir, 'postgres.password'))
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'database-refused' })
  })

  test.runIf(isRoot())('the folder is below one that the server may not enter', async () => {
    const closed = join(dataDir, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    await expect(startEmbedded({ dataDir: join(closed, 'data') })).rejects.toMatchObject({
      code: 'data-dir-unreachable',
    })
  })
})

test.runIf(isRoot())('as root, the server itself has no right of root', async () => {
  await start()
  const status = readFileSync(`/proc/${postmasterPid(dataDir)}/status`, 'utf8')
  expect(status).toMatch(new RegExp(`^Uid:\\t${serverUser()?.uid}\\t`, 'm'))
})

const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
const canTryAsNobody = isRoot() && canEnter(nobody, import.meta.dirname)

test.runIf(canTryAsNobody)('an ordinary user starts, stops and starts again', async () => {
  chmodSync(dataDir, 0o777)
  for (let round = 0; round < 2; round += 1) {
    const started = await startChild(join(dataDir, 'of-nobody'), nobody)
    children.push(started.child)
    expect(started.message).toBeUndefined()
    expect(await query(started.ownerUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await stopChild(started.child)).toBe(0)
  }
})

test.runIf(isRoot())('a full disk is named, at first start and later', async ({ skip }) => {
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=755', 'tmpfs', dataDir])
  skip(mount.status !== 0, 'this machine does not let us mount a small disk')
  try {
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'disk-full' })
    spawnSync('mount', ['-o', 'remount,size=120m', dataDir])
    await (await start()).stop()
    spawnSync('dd', ['if=/dev/zero', `of=${join(dataDir, 'filler')}`, 'bs=1M'])
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'disk-full' })
  } finally {
    spawnSync('umount', [dataDir])
  }
})
