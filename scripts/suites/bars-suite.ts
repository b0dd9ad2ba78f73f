import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../programs.ts'
import { asOne, type Suite } from './suite.ts'

const script = join(root, 'apps/api/bars/run.ts')

/** The reliability bars, in their short form; they end with the same line as `npm test`. */
export const barsSuite: Suite | undefined = existsSync(script)
  ? {
      name: 'bars',
      title: 'reliability bars (kill -9, tenants, races, uploads)',
      async run() {
        // A server of its own: beside other suites, its crowds would take the last connections of theirs.
        const env = { TERREAU_TEST_PG: '' }
        const outcome = await run(process.execPath, [script, '--small'], { minutes: 12, env })
        const last = [...outcome.output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1)
        if (!last) return asOne(outcome)
        const found = Number(last[2])
        const failed = found === 0 && outcome.status !== 0 ? 1 : found
        return { passed: Number(last[1]), failed, skipped: 0, output: outcome.output }
      },
    }
  : undefined
