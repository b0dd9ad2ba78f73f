import { startTestServer } from '../db/test-database.ts'
import { stopAll } from './programs.ts'
import { runSuites } from './run-suites.ts'
import { barsSuite } from './suites/bars-suite.ts'
import { browserSuite } from './suites/browser-suite.ts'
import { generatedSuite } from './suites/generated-suite.ts'
import { staticSuites } from './suites/static-suites.ts'
import type { Suite } from './suites/suite.ts'
import { toolsSuite } from './suites/tools-suite.ts'
import { vitestSuite } from './suites/vitest-suite.ts'
import { webSuite } from './suites/web-suite.ts'

/**
 * Suites of a group run side by side: one uses what another leaves of the two cores. The bars wait most of
 * their time, for what they killed to come back and for what they hold up; the browsers need both cores.
 */
const groups: Suite[][] = [
  [toolsSuite],
  [...staticSuites, webSuite, vitestSuite('unit', 'rules, words, documents', 'unit', 5)],
  [
    generatedSuite,
    vitestSuite('api', 'server and database', 'database', 12),
    ...(barsSuite ? [barsSuite] : []),
  ],
  [browserSuite],
]
const suites = groups.flat()

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name))
const isWanted = ({ name }: Suite) => names.length === 0 || names.includes(name)
const wanted = groups.map((group) => group.filter(isWanted))

if (process.argv.includes('--list') || unknown.length > 0) {
  for (const { name, title } of suites) process.stdout.write(`${name.padEnd(10)} ${title}\n`)
  process.exitCode = unknown.length > 0 ? 2 : 0
} else {
  process.exitCode = await runAll()
}

/** Ends with one plain line that any reader of the log can find. */
async function runAll(): Promise<number> {
  const server = await startTestServer().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  })
  const interrupt = async (signal: NodeJS.Signals) => {
    stopAll(signal)
    await server?.stop()
    process.stdout.write('interrupted\n')
    process.exit(1)
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const { passed, failed } = await runSuites(wanted)
  await server?.stop()
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
