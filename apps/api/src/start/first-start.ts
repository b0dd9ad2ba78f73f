import { sql } from 'kysely'
import { forgetSetupCode, readSetupCode } from '../features/access/setup-code.ts'
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
  if (rows[0]?.found === true) {
    forgetSetupCode(dataDir)
    return []
  }
  return [
    `Open ${services.config.publicUrl}/installation to create the first cooperative.`,
    `Set-up code: ${readSetupCode(dataDir)}`,
  ]
}
