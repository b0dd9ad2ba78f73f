import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cents } from '@terreau/domain/money/cents'
import { DEFAULT_SALARY_TERMS } from '@terreau/domain/pay/salary-terms'
import { yearMonth } from '@terreau/domain/time/year-month'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createSalaryEngine, type SalaryEngine, SalaryEngineError } from './engine.ts'
import type { SalaryTask } from './worker.ts'

const TASK: SalaryTask = {
  terms: { ...DEFAULT_SALARY_TERMS, month: yearMonth('2026-07') },
  wish: { from: 'budget', amountCents: cents(341_955n) },
}

const folder = mkdtempSync(join(tmpdir(), 'terreau-salary-'))
let engine: SalaryEngine | undefined
let threads = 0
afterEach(() => engine?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A thread that does what a test says instead of estimating. */
function threadThat(code: string): URL {
  threads += 1
  const path = join(folder, `thread-${threads}.mjs`)
  writeFileSync(path, code)
  return pathToFileURL(path)
}

describe('the threads of the salary model', () => {
  it('answer without holding up the thread that asks', { timeout: 60_000 }, async () => {
    engine = createSalaryEngine({ threads: 1, timeoutMs: 60_000 })
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 10)
    const [answer, same] = await Promise.all([engine.estimate(TASK), engine.estimate(TASK)])
    clearInterval(timer)
    expect(answer).toMatchObject({ ok: true, value: { figures: { netCents: 207_267n } } })
    expect(same).toBe(answer)
    expect(ticks).toBeGreaterThan(20)
  })

  it('a thread that dies once is replaced and asked again', async () => {
    engine = createSalaryEngine({
      threads: 1,
      timeoutMs: 10_000,
      worker: threadThat(`
        import { existsSync, writeFileSync } from 'node:fs'
        const mark = new URL('died-once', import.meta.url)
        export default () => {
          if (existsSync(mark)) return 'alive'
          writeFileSync(mark, '')
          process.exit(1)
        }`),
    })
    expect(await engine.estimate(TASK)).toBe('alive')
  })

  it('one that always dies is said, and is not remembered', async () => {
    engine = createSalaryEngine({
      threads: 1,
      timeoutMs: 10_000,
      worker: threadThat('export default () => process.exit(1)'),
    })
    await expect(engine.estimate(TASK)).rejects.toBeInstanceOf(SalaryEngineError)
    await expect(engine.estimate(TASK)).rejects.toBeInstanceOf(SalaryEngineError)
  })

  it('one whose code does not load is said', async () => {
    const worker = threadThat("import './absent.mjs'")
    engine = createSalaryEngine({ threads: 1, timeoutMs: 2_000, worker })
    await expect(engine.estimate(TASK)).rejects.toBeInstanceOf(SalaryEngineError)
  })

  it('one that never answers is stopped after its time, once', async () => {
    engine = createSalaryEngine({
      threads: 1,
      timeoutMs: 300,
      worker: threadThat('export default () => { for (;;) {} }'),
    })
    const started = Date.now()
    await expect(engine.estimate(TASK)).rejects.toBeInstanceOf(SalaryEngineError)
    expect(Date.now() - started).toBeLessThan(3_000)
  })
})
