import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '@terreau/db/embedded-process'
import { TODAY } from '../../test/test-app.ts'
import { type BarResult, pause } from '../bar.ts'

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** Long enough for a first start with its own database beside other work on two cores. */
const LONGEST_MS = 180_000

/** The product as `npm start` runs it, in a process of its own that can be killed. */
export interface Product {
  url: string
  /** Milliseconds of the first start, which nothing had hindered: what this machine can do today. */
  readonly firstStart: number
  /** Milliseconds from each start or fault to the moment when it was ready again. */
  readonly recoveries: number[]
  /** How often the process ended without having been killed by us. */
  readonly exits: number
  /** kill -9, and at once a new start, as a service manager does it. */
  killAndRestart(): Promise<void>
  /** Waits until it is ready, and notes how long that took. */
  whenReady(): Promise<void>
  stop(): Promise<void>
}

/**
 * That the slowest recovery took no longer than wanted, or than twice the first start of the same run where
 * the machine is busy: a kill must not make a start harder. Small runs only ask that it comes back.
 */
export function recoveredWithin(
  { firstStart, recoveries }: Product,
  { isSmall, wantedMs }: { isSmall: boolean; wantedMs: number },
): BarResult['checks'][number] {
  const slowest = Math.max(0, ...recoveries)
  const most = isSmall ? LONGEST_MS : Math.max(wantedMs, 2 * firstStart)
  return { name: `ready again within ${slowest} ms, at most ${most}`, isMet: slowest <= most }
}

/** Without `databaseUrl` it brings its own PostgreSQL and watches over it. */
export async function startProduct(options: {
  dataDir: string
  databaseUrl?: string
}): Promise<Product> {
  const port = await freePort(undefined)
  const url = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = {
    ...inherited,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: options.dataDir,
    LOG_LEVEL: 'silent',
    TERREAU_DEMO: '0',
    TERREAU_TODAY: TODAY,
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
  }
  const recoveries: number[] = []
  let exits = 0
  let isWanted = true
  const launch = (): ChildProcess => {
    const started = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    started.once('exit', () => {
      if (isWanted) exits += 1
    })
    return started
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    isWanted = false
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    isWanted = true
  }
  const msUntilReady = async (): Promise<number> => {
    const since = performance.now()
    while (performance.now() - since < LONGEST_MS) {
      if (await isReady(url)) return Math.round(performance.now() - since)
      await pause(20)
    }
    throw new Error('the product did not come back')
  }
  const whenReady = async (): Promise<void> => {
    recoveries.push(await msUntilReady())
  }
  let child = launch()
  const firstStart = await msUntilReady().catch(async (error: unknown) => {
    await end('SIGKILL')
    throw error
  })
  return {
    url,
    firstStart,
    recoveries,
    get exits() {
      return exits
    },
    async killAndRestart() {
      await end('SIGKILL')
      child = launch()
      await whenReady()
    },
    whenReady,
    stop: () => end('SIGTERM'),
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}
