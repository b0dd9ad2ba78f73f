import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dumpSchema } from '../db/dump-schema.ts'
import { cloneDatabase, startTestServer } from '../db/test-database.ts'

const root = join(import.meta.dirname, '..')

/** Files that are computed from the migrations, with what they should hold now. */
export async function generatedDatabaseFiles(): Promise<{ path: string; content: string }[]> {
  const server = await startTestServer()
  try {
    const database = await cloneDatabase()
    const schema = await dumpSchema(database.ownerUrl)
    const types = kyselyTypes(database.ownerUrl)
    await database.drop()
    return [
      { path: 'db/schema.sql', content: schema },
      { path: 'apps/api/src/platform/db/database.gen.ts', content: types },
    ]
  } finally {
    await server.stop()
  }
}

export function readCommitted(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return ''
  }
}

function kyselyTypes(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'terreau-types-'))
  const outFile = join(folder, 'database.ts')
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
        ...['--dialect', 'postgres', '--url', url, '--default-schema', 'terreau'],
        ...['--include-pattern', 'terreau.*', '--camel-case', '--date-parser', 'string'],
        ...['--type-mapping', '{"int8":"bigint"}', '--out-file', outFile, '--log-level', 'error'],
      ],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    return readFileSync(outFile, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
