import { buildWeb } from './web-build.ts'

const { status, output } = await buildWeb()
process.stdout.write(output)
process.exitCode = status
