import { flushCompileCache } from 'node:module'
import { serve } from '@hono/node-server'
import { lockDataDir } from '@terreau/db/data-lock'
import { type Said, StartError } from '@terreau/db/start-error'
import { allJobs } from './all-jobs.ts'
import { type App, createApp } from './app.ts'
import { localeOf } from './cli/locale-of.ts'
import { readConfig } from './config.ts'
import { trustProxies } from './platform/http/client-network.ts'
import { startJobs } from './platform/jobs/runner.ts'
import { fillMissingClocks } from './start/fill-clocks.ts'
import { fillOnFirstStart } from './start/first-start.ts'
import { dataDirOf, openInstallation, WEB_DIRECTORY } from './start/open-installation.ts'
import { listen, listeningOn, stopGracefully } from './start/serve.ts'

const locale = localeOf(process.argv)

function say(said: Said): void {
  process.stdout.write(`${said[locale]}\n`)
}

async function main(): Promise<void> {
  const wanted = readConfig()
  process.once('SIGTERM', leaveAtOnce)
  process.once('SIGINT', leaveAtOnce)
  // One server per data folder, wherever its database is.
  const lock = await lockDataDir(dataDirOf(wanted).dataDir)
  process.once('exit', () => lock.release())
  // The port is taken before the long work, and requests that come meanwhile wait for its end.
  const opened = Promise.withResolvers<App>()
  const fetch: AppFetch = async (...request) => (await opened.promise).hono.fetch(...request)
  const server = await listen(serve, fetch, wanted)
  const config = listeningOn(wanted, server)
  const installation = await openInstallation(config, say, { lock })
  const { services } = installation
  await fillMissingClocks(services)
  const app = createApp(services, { webDirectory: WEB_DIRECTORY })
  const jobs = await startJobs(installation.owner, services, allJobs)
  const welcome = await fillOnFirstStart(installation, say)
  trustProxies(server, config.trustedProxies)
  opened.resolve(app)
  say({
    fr: `Terreau est prêt sur ${config.publicUrl}`,
    en: `Terreau is ready on ${config.publicUrl}`,
  })
  for (const line of welcome) say(line)
  process.removeListener('SIGTERM', leaveAtOnce)
  process.removeListener('SIGINT', leaveAtOnce)
  // At exit it would be too late for a process that is killed.
  flushCompileCache()
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

type AppFetch = App['hono']['fetch']

/** Nothing was promised to anybody yet: leaving also stops the database that was started. */
function leaveAtOnce(): void {
  process.exit(0)
}

function reasonOf(error: unknown): string {
  if (error instanceof StartError) return error.said[locale]
  return error instanceof Error ? String(error.stack) : String(error)
}

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  // Leaving gives back what was taken: the port, the database, and the folder, whose holder is gone.
  process.exit(1)
})
