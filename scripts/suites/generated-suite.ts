import { generatedDatabaseFiles, readCommitted } from '../generated-database.ts'
import { type Counts, oneFailed, type Suite } from './suite.ts'

export const generatedSuite: Suite = {
  name: 'generated',
  title: 'generated files match the migrations',
  async run(): Promise<Counts> {
    try {
      const files = await generatedDatabaseFiles()
      const stale = files.filter(({ path, content }) => readCommitted(path) !== content)
      const lines = stale.map(({ path }) => `${path} is stale: run "npm run db:types"\n`)
      const passed = files.length - stale.length
      return { passed, failed: stale.length, skipped: 0, output: lines.join('') }
    } catch (error) {
      return oneFailed(`${error instanceof Error ? error.message : String(error)}\n`)
    }
  },
}
