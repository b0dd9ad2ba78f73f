import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../api/src/main.ts')
/** The day of every journey. */
export const TODAY = '2026-11-02'
const READY_MS = 400_000

export interface Product {
  url: string
  setupCode: string
  /** Its data folder (DATA_DIR). */
  folder: string
  stop(): Promise<void>
}

/** The product as people start it, on a free port, with what its data folder holds. */
export async function startProduct(
  folder: string,
  settings: Record<string, string>,
): Promise<Product> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _none, ...inherited } = process.env
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...inherited,
      PORT: String(port),
      DATA_DIR: folder,
      TERREAU_TODAY: TODAY,
      LOG_LEVEL: 'silent',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await Promise.race([
    ready(url),
    ended.then(() => Promise.reject(new Error(`the product stopped: ${said}`))),
  ])
  return {
    url,
    folder,
    setupCode: /Code d’installation : (\S+)/.exec(said)?.[1] ?? '',
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function ready(url: string): Promise<void> {
  const end = Date.now() + READY_MS
  while (Date.now() < end) {
    const isUp = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (isUp) return
    await new Promise((done) => setTimeout(done, 250))
  }
  throw new Error('the product was not ready in time')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
