import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { createServices } from '../src/start/open-installation.ts'

interface Task {
  appUrl: string
  dataDir: string
}

/** The product as it is served, in a thread of its own so that the load does not share its event loop. */
const { appUrl, dataDir }: Task = workerData
const config = readConfig({ PORT: '3000', LOG_LEVEL: 'silent', DATA_DIR: dataDir })
const { services } = createServices({ config, dataDir, appUrl })
const app = createApp(services, { webDirectory: '/nonexistent' })
serve({ fetch: app.hono.fetch, port: 0, hostname: '127.0.0.1', createServer }, ({ port }) =>
  parentPort?.postMessage(port),
)
