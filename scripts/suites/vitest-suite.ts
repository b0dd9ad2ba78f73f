import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, tool } from '../programs.ts'
import { type Counts, oneFailed, type Suite } from './suite.ts'

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** One Vitest project; its cases are counted from its own report. */
export function vitestSuite(name: string, title: string, project: string, minutes: number): Suite {
  return {
    name,
    title,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'terreau-report-'))
      const file = join(folder, 'report.json')
      try {
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
        const args = ['run', '--project', project, '--allowOnly=false', ...reporters]
        const { status, output } = await run(tool('vitest'), args, { minutes })
        if (!existsSync(file)) return oneFailed(output)
        return count(JSON.parse(readFileSync(file, 'utf8')), status, output)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

function count(report: Report, status: number, output: string): Counts {
  // A file that cannot even be loaded has no case, and is a failure all the same.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length
  const found = report.numFailedTests + unloaded
  const isEmpty = report.numPassedTests === 0
  const failed = found === 0 && (status !== 0 || isEmpty) ? 1 : found
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed, skipped, output }
}

const isFailed = (assertion: { status: string }): boolean => assertion.status === 'failed'
