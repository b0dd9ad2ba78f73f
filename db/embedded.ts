import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { chooseDataDir } from './data-dir.ts'
import { type DataDirLock, lockDataDir } from './data-lock.ts'
import { adminName, type Cluster, openCluster } from './embedded-cluster.ts'
import {
  endLeftSessions,
  freePort,
  startPostmaster,
  stopOrphan,
  stopPostmaster,
} from './embedded-process.ts'
import { explainFileError, StartError } from './start-error.ts'

/** What happened when the server died by itself. `error` is set when it could not be restarted. */
export type Crash = { restarted: true } | { restarted: false; error: StartError }

export type Embedded = {
  ownerUrl: string
  port: number
  stop(): Promise<void>
  onCrash(callback: (crash: Crash) => void): void
}

export const databaseName = 'terreau'
const restartsMax = 5
const restartWindowMs = 60_000
const startAttempts = 4
/** After this, what stopped it (a full disk, a fault that keeps coming) may be gone. */
const laterMs = 10_000

/**
 * Starts our own PostgreSQL on `dataDir`, and restarts it when it dies. The folder is locked, unless the
 * caller holds it already; whoever locked it, `stop` gives it back.
 */
export async function startEmbedded(options: {
  dataDir: string
  lock?: DataDirLock | undefined
}): Promise<Embedded> {
  const { dataDir } = chooseDataDir({ explicit: options.dataDir, preferred: options.dataDir })
  const lock = options.lock ?? (await lockDataDir(dataDir))
  try {
    const cluster = openCluster(dataDir)
    const { child, port } = await startOnFreePort(cluster)
    const adminUrl = urlFor(cluster, port, 'postgres')
    await ensureDatabase(adminUrl)
    return supervise({ cluster, child, port, release: () => lock.release() })
  } catch (error) {
    lock.release()
    throw error
  }
}

type Running = { cluster: Cluster; child: ChildProcess; port: number; release(): void }

function supervise(running: Running): Embedded {
  const { cluster, port } = running
  const callbacks: ((crash: Crash) => void)[] = []
  const restarts: number[] = []
  let child = running.child
  const giveUp = new AbortController()
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()

  const endWithUs = () => {
    child.kill('SIGINT')
  }
  const watch = () => {
    child.once('exit', () => {
      if (!stopping) restarting = restart()
    })
  }
  const restart = async () => {
    while (!stopping) {
      const outcome = await restartWithin(restarts, async () => {
        child = await startWithRetry(cluster, port)
      })
      if (outcome.restarted) watch()
      if (stopping) return
      for (const callback of callbacks) callback(outcome)
      if (outcome.restarted) return
      await sleep(laterMs, undefined, { signal: giveUp.signal }).catch(() => undefined)
    }
  }
  process.once('exit', endWithUs)
  watch()
  return {
    ownerUrl: urlFor(cluster, port, databaseName),
    port,
    onCrash: (callback) => callbacks.push(callback),
    async stop() {
      stopping = true
      giveUp.abort()
      await restarting
      process.removeListener('exit', endWithUs)
      const { pid } = child
      const isGone = () => child.exitCode !== null || child.signalCode !== null
      if (pid !== undefined) await stopPostmaster(pid, isGone)
      running.release()
    },
  }
}

/** Bounded, so that a server that dies at once does not do so all day; it is tried again later. */
async function restartWithin(restarts: number[], start: () => Promise<void>): Promise<Crash> {
  const since = Date.now() - restartWindowMs
  const recent = restarts.filter((instant) => instant > since)
  restarts.splice(0, restarts.length, ...recent)
  if (recent.length >= restartsMax) {
    const said = {
      fr: `La base s’est arrêtée ${restartsMax} fois en une minute.`,
      en: `The database stopped ${restartsMax} times within a minute.`,
    }
    return { restarted: false, error: new StartError('postgres-failed', said) }
  }
  restarts.push(Date.now())
  try {
    await start()
    return { restarted: true }
  } catch (error) {
    if (error instanceof StartError) return { restarted: false, error }
    const said = {
      fr: 'La base s’est arrêtée et n’a pas pu redémarrer.',
      en: 'The database stopped and could not be started again.',
    }
    return { restarted: false, error: new StartError('postgres-failed', said, { cause: error }) }
  }
}

async function startOnFreePort(cluster: Cluster): Promise<{ child: ChildProcess; port: number }> {
  const portFile = join(cluster.dataDir, 'postgres.port')
  const former = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : undefined
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 && former ? former : undefined)
    try {
      const child = await startWithRetry(cluster, port)
      writeFileSync(portFile, `${port}\n`, { mode: 0o644 })
      return { child, port }
    } catch (error) {
      // Another program may take the port between our test and the server's start.
      const isPort = error instanceof StartError && error.code === 'port-in-use'
      if (!isPort || attempt >= startAttempts) throw explainFileError(error, portFile)
    }
  }
}

/** What a killed server left is ended first; its processes need a moment to be reaped. */
async function startWithRetry(cluster: Cluster, port: number): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    await stopOrphan(cluster.pgData)
    await endLeftSessions(cluster.pgData)
    try {
      return await startPostmaster(cluster, port, urlFor(cluster, port, 'postgres'))
    } catch (error) {
      const retryable = error instanceof StartError && error.code === 'postgres-failed'
      if (!retryable || attempt >= startAttempts) throw error
      await sleep(500 * attempt)
    }
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

const urlFor = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${adminName}:${cluster.password}@127.0.0.1:${port}/${database}`
