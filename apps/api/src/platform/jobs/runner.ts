import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownerPool } from '@terreau/db/queue'
import { type Runner, Logger as RunnerLogger, run, type WorkerEvents } from 'graphile-worker'
import type { Services } from '../services.ts'
import type { JobDefinition } from './define-job.ts'
import { dailyCron } from './every-day.ts'
import { LeftBehind } from './left-behind.ts'

/** The database may be away for longer; then this is how often it is asked. */
const AGAIN_MS = 1_000

/**
 * Starts taking jobs. Attempts, back-off and the last error are the library's. When the database dies while a
 * job ends, the library gives up its workers, since it cannot note the end: they are started anew, and the
 * job comes again.
 */
export async function startJobs(
  owner: { url: string; role: string },
  services: Services,
  jobs: readonly JobDefinition[],
): Promise<{ stop(): Promise<void> }> {
  const pool = ownerPool(owner.url, owner.role, 4)
  const report = (error: Error): void =>
    services.log.warn({ code: error.name }, 'job connection lost')
  pool.on('error', report)
  pool.on('connect', (client) => client.on('error', report))
  const leftBehind = new LeftBehind(owner)
  const taskList = Object.fromEntries(
    jobs.map((job) => [job.name, (payload: unknown) => job.run(services, payload)]),
  )
  const start = async (): Promise<Runner> => {
    const events: WorkerEvents = new EventEmitter()
    events.once('pool:create', ({ workerPool }) => leftBehind.watchFor(workerPool.id))
    return run({
      pgPool: pool,
      events,
      noHandleSignals: true,
      parsedCronItems: dailyCron(),
      taskList,
      logger: quietLogger(services),
      preset: {
        worker: {
          concurrentJobs: 2,
          pollInterval: 2_000,
          // Without a batch the library lets the end of a job fail where nobody can catch it.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
    })
  }
  const stopping = new AbortController()
  let runner = await start()
  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch(report)
      await sleep(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (!stopping.signal.aborted) runner = await start().catch(() => runner)
    }
  }
  const running = keepRunning()
  return {
    async stop() {
      stopping.abort()
      await runner.stop().catch(report)
      await running
      await leftBehind.stop()
      await pool.end()
    },
  }
}

/** Job errors may quote data; only their kind and task reach the log. */
function quietLogger(services: Services): RunnerLogger {
  return new RunnerLogger((scope) => (level, _message, meta) => {
    if (level === 'error')
      services.log.error({ task: scope.taskIdentifier, jobId: meta?.jobId }, 'job failed')
  })
}
