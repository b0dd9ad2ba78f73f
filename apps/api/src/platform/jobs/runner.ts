import { ownerPool } from '@terreau/db/queue'
import { type Runner, Logger as RunnerLogger, run } from 'graphile-worker'
import type { Services } from '../services.ts'
import type { JobDefinition } from './define-job.ts'
import { dailyCron } from './every-day.ts'

/** Starts taking jobs. Attempts, back-off and the last error are the library's. */
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
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    parsedCronItems: dailyCron(),
    taskList: Object.fromEntries(
      jobs.map((job) => [job.name, (payload: unknown) => job.run(services, payload)]),
    ),
    logger: quietLogger(services),
  })
  return {
    async stop() {
      await runner.stop()
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
