import { startEmbedded } from './embedded.ts'
import { StartError } from './start-error.ts'

// A whole process for tests that kill one: prints what it got as one line, then waits.
try {
  const server = await startEmbedded({ dataDir: process.argv[2] ?? '' })
  process.stdout.write(`${JSON.stringify({ ownerUrl: server.ownerUrl })}\n`)
  process.once('SIGTERM', async () => {
    await server.stop()
    process.exit(0)
  })
  setInterval(() => {}, 1_000)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`)
  process.exit(1)
}
