import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface Served {
  port: number
  stop(): Promise<void>
}

export async function serveProduct(appUrl: string): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), 'terreau-bench-'))
  const { port, stop } = await start('./product-server.ts', { appUrl, dataDir })
  const stopAndForget = async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { port, stop: stopAndForget }
}

export function serveRaw(
  url: string,
  sql: string,
  parameters: readonly unknown[],
): Promise<Served> {
  return start('./raw-server.ts', { url, sql, parameters })
}

function start(file: string, workerData: object): Promise<Served> {
  const worker = new Worker(new URL(file, import.meta.url), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (port: number) =>
      resolve({
        port,
        async stop() {
          await worker.terminate()
        },
      }),
    )
  })
}
