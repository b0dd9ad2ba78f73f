import { serve } from '@hono/node-server'
import { StartError } from '@terreau/db/start-error'
import { allJobs } from './all-jobs.ts'
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { trustProxies } from './platform/http/client-network.ts'
import { startJobs } from './platform/jobs/runner.ts'
import { fillMissingClocks } from './start/fill-clocks.ts'
import { fillOnFirstStart } from './start/first-start.ts'
import { openInstallation, WEB_DIRECTORY } from './start/open-installation.ts'
import { listen, stopGracefully } from './start/serve.ts'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const config = readConfig()
  const installation = await openInstallation(config, say)
  const { services } = installation
  await fillMissingClocks(services)
  const app = createApp(services, { webDirectory: WEB_DIRECTORY })
  const jobs = await startJobs(installation.owner, services, allJobs)
  const welcome = await fillOnFirstStart(installation, say)
  const server = await listen(serve, app.hono.fetch, config)
  trustProxies(server, config.trustedProxies)
  say(`Terreau is ready on ${config.publicUrl}`)
  for (const line of welcome) say(line)
  stopGracefully({
    server,
    drain: () => {
      app.state.isDraining = true
    },
    close: async () => {
      await jobs.stop()
      await installation.close()
    },
  })
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartError || error instanceof ConfigError
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
})
