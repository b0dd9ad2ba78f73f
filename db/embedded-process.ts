import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, explainServerText, processOptions } from './embedded-cluster.ts'
import { isPostmasterOf, processesIn, processState } from './process-identity.ts'
import { errorCode, explainFileError, StartError } from './start-error.ts'

const logBytesMax = 5_000_000
const readyTimeoutMs = 120_000
const stopTimeoutMs = 30_000

/** Starts the server and resolves once it answers; recovery after a crash may take a while. */
export async function startPostmaster(
  cluster: Cluster,
  port: number,
  ownerUrl: string,
): Promise<ChildProcess> {
  const log = openLog(cluster.logFile)
  const child = spawn(cluster.binaries.postgres, serverArguments(cluster, port), {
    ...processOptions(cluster.user),
    env: { ...processOptions(cluster.user).env, ...unrelatedHolder(cluster) },
    stdio: ['ignore', log.fd, log.fd],
    // Its own session: Ctrl-C in a terminal must reach us only, and we stop the server last.
    detached: true,
  })
  closeSync(log.fd)
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  const deadline = Date.now() + readyTimeoutMs
  while (Date.now() < deadline) {
    if (ended) throw explainServerText(readFrom(cluster.logFile, log.start), cluster)
    if (await answers(ownerUrl)) return child
    await sleep(30)
  }
  child.kill('SIGINT')
  throw new StartError('postgres-timeout', {
    fr: `La base n’a pas répondu : voyez ${cluster.logFile}.`,
    en: `The database did not answer: see ${cluster.logFile}.`,
  })
}

/** Fast shutdown: sessions are ended, everything acknowledged is on disk. */
export async function stopPostmaster(pid: number, isGone: () => boolean): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isGone()) return
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return
      throw error
    }
    const deadline = Date.now() + stopTimeoutMs
    while (Date.now() < deadline) {
      if (isGone()) return
      await sleep(20)
    }
  }
}

/** After `kill -9` of Terreau its server still runs: stop it cleanly before starting our own. */
export async function stopOrphan(pgData: string): Promise<boolean> {
  const pid = recordedPid(pgData)
  if (pid === undefined || !isPostmasterOf(pid, pgData)) return false
  await stopPostmaster(pid, () => !isPostmasterOf(pid, pgData))
  return true
}

/**
 * When the server itself was killed, a session in the middle of a long statement lives on, holds the shared
 * memory and so keeps a new server from starting. Nobody will read its answer: it is ended. Call it only
 * once the server is gone.
 */
export async function endLeftSessions(pgData: string): Promise<void> {
  const deadline = Date.now() + stopTimeoutMs
  for (;;) {
    const left = processesIn(pgData)
    if (left.length === 0 || Date.now() > deadline) return
    for (const pid of left) killIfAny(pid)
    await sleep(20)
  }
}

function killIfAny(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

/** A free port, the former one when possible so that saved connections keep working. */
export async function freePort(former: number | undefined): Promise<number> {
  if (former !== undefined && (await listenOnce(former))) return former
  const port = await listenOnce(0)
  if (port) return port
  throw new StartError('port-in-use', {
    fr: 'Aucun port libre sur 127.0.0.1 pour la base.',
    en: 'No free port on 127.0.0.1 for the database.',
  })
}

function serverArguments(cluster: Cluster, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '96MB',
    // An acknowledged write survives a power cut: never negotiable, so not left to a file.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    jit: 'off',
    timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements and values hold personal data: the log gets neither.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster.pgData, ...flags]
}

/**
 * postmaster.pid survives `kill -9`, and its number may now belong to an unrelated process, or to a
 * zombie nobody reaps. We never delete that file: PostgreSQL itself ignores the process named by
 * this variable (made for pg_ctl), and still checks that no memory of the old server is in use.
 */
function unrelatedHolder(cluster: Cluster): Record<string, string> {
  const pid = recordedPid(cluster.pgData)
  if (pid === undefined || processState(pid) === 'gone') return {}
  return isPostmasterOf(pid, cluster.pgData) ? {} : { PG_GRANDPARENT_PID: String(pid) }
}

function recordedPid(pgData: string): number | undefined {
  const path = join(pgData, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    // 28P01: the server answers and refuses us; waiting longer would not help.
    if (errorCode(error) === '28P01') {
      throw new StartError('database-refused', {
        fr: 'La base refuse le mot de passe enregistré pour elle.',
        en: 'The database refuses its own saved password.',
      })
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address ? address.port : undefined
      server.close(() => resolve(found))
    })
  })
}

function openLog(path: string): { fd: number; start: number } {
  try {
    if (existsSync(path) && statSync(path).size > logBytesMax) renameSync(path, `${path}.1`)
    const fd = openSync(path, 'a', 0o600)
    return { fd, start: statSync(path).size }
  } catch (error) {
    throw explainFileError(error, path)
  }
}

function readFrom(path: string, start: number): string {
  const fd = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(16_384)
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, start))
  } finally {
    closeSync(fd)
  }
}
