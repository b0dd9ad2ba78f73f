import { buildWeb } from './web-build.ts'

const { status, output } = await buildWeb()
if (status === 0) {
  // In this process, so that a stop order reaches the server itself.
  await import('../apps/api/src/main.ts')
} else {
  process.stderr.write(`${output}\nThe pages could not be built.\n`)
  process.exitCode = 1
}
