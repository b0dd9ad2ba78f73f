import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

export type MigrationFile = { name: string; sql: string; sha256: string }

export const migrationsDir = join(import.meta.dirname, 'migrations')
const namePattern = /^\d{14}_[a-z0-9_]+\.sql$/

/** The migrations of this version, oldest first. */
export function readMigrations(directory: string): MigrationFile[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const instants = new Set<string>()
  return names.map((name) => {
    if (!namePattern.test(name)) throw failed(`${name} is not named <UTC timestamp>_<what>.sql`)
    const instant = name.slice(0, 14)
    if (instants.has(instant)) throw failed(`two migrations bear the number ${instant}`)
    instants.add(instant)
    // Git may check files out with other line ends: that is not an edit.
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

function failed(why: string): StartError {
  return new StartError('migration-failed', {
    fr: `Les migrations de cette version sont fautives : ${why}.`,
    en: `The migrations of this version are wrong: ${why}.`,
  })
}
