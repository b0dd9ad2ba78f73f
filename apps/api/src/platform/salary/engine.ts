import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import { termsKey } from '@terreau/domain/pay/salary-terms'
import { Piscina } from 'piscina'
import type { SalaryAnswer, SalaryTask } from './worker.ts'

/** Estimates pay in worker threads, so that no request waits for a model of 60 ms a figure. */
export interface SalaryEngine {
  /** Throws `SalaryEngineError` when the model does not answer in time or breaks twice. */
  estimate(task: SalaryTask): Promise<SalaryAnswer>
  close(): Promise<void>
}

export class SalaryEngineError extends Error {}

export function createSalaryEngine(options: {
  threads: number
  timeoutMs: number
  /** The code of a thread; another one only in a test that breaks it. */
  worker?: URL
}): SalaryEngine {
  const pool = new Piscina({
    filename: (options.worker ?? new URL('./worker.ts', import.meta.url)).href,
    minThreads: 0,
    maxThreads: options.threads,
    maxQueue: QUEUE_MOST,
    // A model takes a second to build and 100 MB: a thread that nobody asks any more goes after a while.
    idleTimeout: 600_000,
  })
  // A thread that breaks while it starts is told here besides failing its task: the task says it.
  pool.on('error', () => {})
  const answers = new Map<string, Promise<SalaryAnswer>>()
  const run = (task: SalaryTask): Promise<SalaryAnswer> =>
    pool.run(task, { signal: AbortSignal.timeout(options.timeoutMs) })
  return {
    estimate(task) {
      const key = taskKey(task)
      const known = answers.get(key)
      if (known !== undefined) return known
      const answer = run(task)
        .catch((error: unknown) => (isTimeout(error) ? Promise.reject(error) : run(task)))
        .catch((error: unknown) => {
          answers.delete(key)
          throw new SalaryEngineError('the salary model gave no answer', { cause: error })
        })
      forgetOldest(answers)
      answers.set(key, answer)
      return answer
    },
    close: () => pool.destroy(),
  }
}

/** Waiting requests beyond it are refused at once rather than answered after everybody has left. */
const QUEUE_MOST = 64
const ANSWERS_KEPT = 2_000

function taskKey({ terms, wish }: SalaryTask): string {
  return `${SALARY_MODEL.version}/${termsKey(terms)}/${wish.from}/${wish.amountCents}`
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** A Map keeps the order of insertion: its first key is the oldest. */
function forgetOldest(answers: Map<string, unknown>): void {
  const [oldest] = answers.keys()
  if (answers.size >= ANSWERS_KEPT && oldest !== undefined) answers.delete(oldest)
}
