import { PARIS } from '@terreau/domain/time/zoned-day'
import { type CronItem, parseCronItems } from 'graphile-worker'
import { sql } from 'kysely'
import { inGuardedTransaction } from '../db/transaction.ts'
import type { Services } from '../services.ts'
import type { JobDefinition } from './define-job.ts'
import { enqueue } from './queue.ts'

/** A job that each cooperative needs once a day. */
export interface DailyJob extends JobDefinition {
  queue(
    payload: { cooperativeId: string },
    options?: { key?: string },
  ): Parameters<typeof enqueue>[1]
}

/**
 * The task that the clock of the queue starts each morning: it adds the daily jobs of every cooperative. One
 * job a day and cooperative, whatever restarts; a day on which the server was off is made up for at start.
 */
export function everyDay(jobs: readonly DailyJob[]): JobDefinition {
  return {
    name: 'every-day',
    run: (services) => addDailyJobs(services, jobs),
  }
}

/** At 5 in the morning (UTC), and within the last day when the server was off then. */
export function dailyCron(): ReturnType<typeof parseCronItems> {
  const item: CronItem = {
    task: 'every-day',
    match: '0 5 * * *',
    options: { backfillPeriod: 86_400_000 },
  }
  return parseCronItems([item])
}

async function addDailyJobs(services: Services, jobs: readonly DailyJob[]): Promise<void> {
  await inGuardedTransaction(
    services.db,
    {
      open: async () => ({}),
      async run(tx) {
        const { rows } = await sql<{ id: string }>`select terreau.cooperative_ids() as id`.execute(
          tx,
        )
        const day = services.clock.today(PARIS)
        for (const { id } of rows) {
          for (const job of jobs)
            await enqueue(tx, job.queue({ cooperativeId: id }, { key: `${job.name}:${id}:${day}` }))
        }
      },
    },
    { mayRetry: true },
  )
}
