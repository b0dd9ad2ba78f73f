import { ownerPool } from '@terreau/db/queue'
import { sql } from 'kysely'
import { forgetSetupCode, readSetupCode } from '../features/access/setup-code.ts'
import { STAFF } from './demo/cooperative-data.ts'
import { fillDemonstration } from './demo/fill-demonstration.ts'
import type { Installation } from './open-installation.ts'

/**
 * An empty installation is either filled with the demonstration cooperative or waits for its first
 * cooperative on a set-up page. The page asks for a code that only the operator's terminal shows.
 */
export async function fillOnFirstStart(
  installation: Installation,
  say: (line: string) => void,
): Promise<string[]> {
  const { services, dataDir } = installation
  const { publicUrl, isDemoWanted } = services.config
  const { rows } = await sql<{ found: boolean; demo: string | null }>`
    select terreau.has_cooperative() as found, terreau.demo_cooperative_id() as demo`.execute(
    services.db,
  )
  const [state] = rows
  if (state?.found === true) {
    forgetSetupCode(dataDir)
    return state.demo === null ? [] : signInLines(publicUrl)
  }
  if (isDemoWanted) {
    say('First start: an invented cooperative is being written, with a year of its life.')
    say('(TERREAU_DEMO=0 starts empty.)')
    if (await fillDemonstration(services, { say })) await countRows(installation.owner)
    return signInLines(publicUrl)
  }
  return [
    `Open ${publicUrl}/installation to create the first cooperative.`,
    `Set-up code: ${readSetupCode(dataDir)}`,
  ]
}

/** PostgreSQL plans by what it has counted; by itself it would count only after a minute or so. */
async function countRows({ url, role }: Installation['owner']): Promise<void> {
  const pool = ownerPool(url, role, 1)
  await pool.query('analyze')
  await pool.end()
}

function signInLines(publicUrl: string): string[] {
  return [
    'This is a demonstration: every name and amount is invented.',
    `Sign in on ${publicUrl} with one of the buttons, for instance "${STAFF.direction.displayName}".`,
  ]
}
