import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownerPool } from '@terreau/db/queue'
import {
  type Runner,
  Logger as RunnerLogger,
  run,
  type WorkerEvents,
  type WorkerPool,
} from 'graphile-worker'
import type { Services } from '../services.ts'
import type { JobDefinition } from './define-job.ts'
import { dailyCron } from './every-day.ts'
import { outliveLateEnds } from './late-ends.ts'
import { LeftBehind } from './left-behind.ts'

/** The database may be away for longer; then this is how often it is asked. */
const AGAIN_MS = 1_000
/** How long workers that are given up may take to let go. */
const GIVE_UP_MS = 10_000

interface Workers {
  runner: Runner
  /** When they have ended or are given up. */
  ended: Promise<unknown>
}

/**
 * Starts taking jobs. Attempts, back-off and the last error are the library's. When the database dies while a
 * job ends, the library gives up its workers, since it cannot note the end; when it dies while workers ask for
 * the first time what tasks there are, it remembers that error as the answer. They are started anew, and the
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
  const start = async (): Promise<Workers> => {
    const events: WorkerEvents = new EventEmitter()
    events.once('pool:create', ({ workerPool }) => leftBehind.watchFor(workerPool.id))
    const givenUp = new Promise<unknown>((resolve) => {
      const giveUp = (workerPool: WorkerPool): void => {
        const stopped = Promise.resolve(workerPool.forcefulShutdown('the database is away'))
        resolve(Promise.race([stopped.catch(report), sleep(GIVE_UP_MS)]))
      }
      // Left to itself the library then waits without end for the very job whose end it could not note.
      events.once('pool:fatalError', ({ workerPool }) => giveUp(workerPool))
      // A database that fails again makes another error: the same one again is remembered, and stays for ever.
      let before: unknown
      events.on('worker:getJob:error', ({ worker, error }) => {
        if (error === before) giveUp(worker.workerPool)
        before = error
      })
    })
    const runner = await run({
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
    return { runner, ended: Promise.race([runner.promise.catch(report), givenUp]) }
  }
  const listening = outliveLateEnds(report)
  const stopping = new AbortController()
  let workers = await start()
  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await workers.ended
      await sleep(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
      // Asked while the database comes back, the library would rest longer and longer between its questions.
      const isBack = await pool.query('select 1').then(
        () => true,
        () => false,
      )
      if (isBack && !stopping.signal.aborted) workers = await start().catch(() => workers)
    }
  }
  const running = keepRunning()
  return {
    async stop() {
      stopping.abort()
      await workers.runner.stop().catch(report)
      await running
      await leftBehind.stop()
      await pool.end()
      listening.stop()
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
