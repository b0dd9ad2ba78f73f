import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lock, missingEntries } from '../lock-file.ts'
import { root, run, tool } from '../programs.ts'
import { asOne, type Counts, oneFailed, type Suite } from './suite.ts'

/** Fewer modules than this means that the cruiser did not read the sources. */
const modulesMin = 250

export const staticSuites: Suite[] = [
  {
    name: 'lock',
    title: 'package-lock.json is complete for every system',
    async run() {
      const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
      const missing = [...missingEntries(lock).keys()]
      if (missing.length === 0) return { passed: 1, failed: 0, skipped: 0, output: '' }
      const advice = 'run "node scripts/complete-lock.ts"'
      return oneFailed(`package-lock.json lacks ${missing.join(', ')}: ${advice}\n`)
    },
  },
  {
    name: 'format',
    title: 'format and lint (Biome)',
    async run() {
      return asOne(await run(tool('biome'), ['ci', '--colors=off', '.'], { minutes: 3 }))
    },
  },
  {
    name: 'types',
    title: 'types (TypeScript, strict)',
    async run() {
      // Several checkers would each work out anew the types that all files share, and the cores have other suites.
      const args = ['--noEmit', '-p', '.', '--checkers', '1']
      return asOne(await run(tool('tsc'), args, { minutes: 5 }))
    },
  },
  { name: 'imports', title: 'import law (dependency-cruiser)', run: cruise },
  {
    name: 'unused',
    title: 'nothing unused, nothing undeclared (knip)',
    async run() {
      const args = ['--no-progress', '--no-config-hints']
      return asOne(await run(tool('knip'), args, { minutes: 3 }))
    },
  },
]

/** With an unsuitable parser the cruiser reads nothing and is content: count what it read. */
async function cruise(): Promise<Counts> {
  const args = ['apps', 'packages', 'db', 'scripts', '--config', '.dependency-cruiser.cjs']
  const outcome = await run(tool('depcruise'), [...args, '--output-type', 'json'], { minutes: 3 })
  const start = outcome.output.indexOf('{')
  if (start < 0) return oneFailed(outcome.output)
  const { summary } = JSON.parse(outcome.output.slice(start, outcome.output.lastIndexOf('}') + 1))
  if (summary.totalCruised < modulesMin) {
    return oneFailed(`only ${summary.totalCruised} modules were read, ${modulesMin} expected\n`)
  }
  const violations: { rule: { name: string }; from: string; to: string }[] = summary.violations
  const lines = violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}\n`)
  const failed = violations.length
  return { passed: failed === 0 ? 1 : 0, failed, skipped: 0, output: lines.join('') }
}
