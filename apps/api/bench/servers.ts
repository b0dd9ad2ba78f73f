import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface Served {
  port: number
  stop(): Promise<void>
}

export function serveProduct(appUrl: string): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), 'terreau-bench-'))
  return start('./product-server.ts', { appUrl, dataDir })
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
