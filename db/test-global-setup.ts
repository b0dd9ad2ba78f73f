import { startTestServer } from './test-database.ts'

/** Vitest: one PostgreSQL for every test file; the workers inherit its address. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  return () => server.stop()
}
