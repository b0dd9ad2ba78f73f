import { localeOf } from '../apps/api/src/cli/locale-of.ts'
import { buildWeb } from './web-build.ts'

const { status, output } = await buildWeb()
if (status === 0) {
  // In this process, so that a stop order reaches the server itself.
  await import('../apps/api/src/main.ts')
} else {
  const [fr, en] = ['Les pages n’ont pas pu être construites.', 'The pages could not be built.']
  process.stderr.write(`${output}\n${localeOf(process.argv) === 'en' ? en : fr}\n`)
  process.exitCode = 1
}
