import type { Caller, TestApp } from '../test/test-app.ts'
import { type Comparison, percentile, timed, times } from './measure.ts'
import { type Served, serveProduct } from './servers.ts'

const MONTH = '2026-07'
const ANSWER_MS = 1_000
const OTHERS_RATIO = 2

/**
 * P-13: a salary estimate, each with a budget never asked before, one after the other once the model is
 * built; and what the list of people takes meanwhile, against the same list alone.
 */
export async function salary(test: TestApp, caller: Caller, rounds: number): Promise<Comparison> {
  const product = await serveProduct(test.urls.appUrl)
  try {
    const get = getter(product, caller)
    let asked = 0
    const estimate = () => {
      asked += 1
      const cents = 60_000 + ((asked * 7_919_317) % 540_000)
      return get(`/api/salary-estimate?from=budget&amountCents=${cents}&month=${MONTH}`)
    }
    const list = () => get('/api/people')
    for (let n = 0; n < 5; n += 1) await estimate()
    const alone: number[] = []
    const beside: number[] = []
    const estimates: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      alone.push(...(await times(50, list)))
      let isOver = false
      const lists = async () => {
        while (!isOver) beside.push(await timed(list))
      }
      const [own] = await Promise.all([
        times(12, estimate).finally(() => {
          isOver = true
        }),
        lists(),
      ])
      estimates.push(...own)
    }
    const p95 = percentile(estimates, 0.95)
    const others = percentile(beside, 0.99) / percentile(alone, 0.99)
    return {
      id: 'P-13',
      path: 'estimate a salary from a budget',
      meaning: 'the simulator answers while one looks at it, and nobody else notices',
      goal: 'p95 under 1 s once the model is built; p99 of other requests at most twice their own',
      results: [
        {
          label: 'p95 of an estimate never asked before, against one second',
          ratio: p95 / ANSWER_MS,
          isMet: p95 < ANSWER_MS,
          detail: `${p95.toFixed(0)} ms, median ${percentile(estimates, 0.5).toFixed(0)} ms`,
        },
        {
          label: 'p99 of a list of people meanwhile, against the same alone',
          ratio: others,
          isMet: others <= OTHERS_RATIO,
          detail: `${percentile(beside, 0.99).toFixed(0)} ms against ${percentile(alone, 0.99).toFixed(0)} ms`,
        },
      ],
    }
  } finally {
    await product.stop()
  }
}

function getter({ port }: Served, { cookie }: Caller) {
  return async (path: string): Promise<void> => {
    const answer = await fetch(`http://localhost:${port}${path}`, { headers: { cookie } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`a measured request answered ${answer.status}`)
  }
}
