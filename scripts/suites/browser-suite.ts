import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run, tool } from '../programs.ts'
import { chromiumEnvironment } from '../system-tools.ts'
import { type Counts, oneFailed, type Suite } from './suite.ts'

type Report = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message?: string }[]
}

export const browserSuite: Suite = {
  name: 'browser',
  title: 'journeys in a browser (Playwright)',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'terreau-report-'))
    const file = join(folder, 'report.json')
    try {
      const { status, output } = await run(tool('playwright'), ['test', '--reporter=list,json'], {
        minutes: 25,
        cwd: join(root, 'apps/e2e'),
        env: { ...chromiumEnvironment(), PLAYWRIGHT_JSON_OUTPUT_NAME: file, CI: '1' },
      })
      if (!existsSync(file)) return oneFailed(output)
      return count(JSON.parse(readFileSync(file, 'utf8')), status, output)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function count(report: Report, status: number, output: string): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats
  const found = unexpected + report.errors.length
  const failed = found === 0 && (status !== 0 || expected === 0) ? 1 : found
  return { passed: expected + flaky, failed, skipped, output }
}
