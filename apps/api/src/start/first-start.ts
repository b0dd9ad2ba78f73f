import { randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Installation } from './open-installation.ts'

/**
 * An empty installation is either filled with the demonstration cooperative or waits for its first
 * cooperative on a set-up page. The page asks for a code that only the operator's terminal shows.
 */
export async function fillOnFirstStart(
  installation: Installation,
  _say: (line: string) => void,
): Promise<string[]> {
  const { services, dataDir } = installation
  const { rows } = await sql<{ found: boolean }>`select terreau.has_cooperative() as found`.execute(
    services.db,
  )
  if (rows[0]?.found === true) return []
  return [
    `Open ${services.config.publicUrl}/installation to create the first cooperative.`,
    `Set-up code: ${readSetupCode(dataDir)}`,
  ]
}

/** The set-up code, made once and kept in DATA_DIR until the first cooperative exists. */
export function readSetupCode(dataDir: string): string {
  const file = join(dataDir, 'setup-code')
  try {
    writeFileSync(file, Array.from({ length: 8 }, () => randomInt(10)).join(''), {
      flag: 'wx',
      mode: 0o600,
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
