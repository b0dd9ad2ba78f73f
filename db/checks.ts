import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A query that finds no row while an invariant holds. Its first comment says the invariant. */
export type Check = { name: string; title: string; sql: string }

export const checksDir = join(import.meta.dirname, 'checks')

/** Every check, in the order of their names. */
export function readChecks(directory = checksDir): Check[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(directory, file), 'utf8')
      const title = /^-- (.+)$/m.exec(sql)?.[1]
      if (title === undefined) throw new Error(`${file} must begin with a comment: its invariant`)
      return { name: file.replace(/\.sql$/, ''), title, sql }
    })
}
