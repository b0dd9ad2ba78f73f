import { join } from 'node:path'
import { root, show, tool } from './programs.ts'
import { chromiumEnvironment, provideSystemTools } from './system-tools.ts'
import { buildWeb } from './web-build.ts'

const problems = (await provideSystemTools()).flatMap(({ problem }) => problem ?? [])
for (const problem of problems) process.stderr.write(`${problem}\n`)
const built = await buildWeb()
if (built.status !== 0) process.stderr.write(built.output)

const config = join(root, 'apps/e2e/playwright.config.ts')
process.exitCode =
  problems.length > 0 || built.status !== 0
    ? 1
    : await show(
        tool('playwright'),
        ['test', '--config', config, ...process.argv.slice(2)],
        chromiumEnvironment(),
      )
