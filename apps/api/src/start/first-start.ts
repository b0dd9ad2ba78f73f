import { ownerPool } from '@terreau/db/queue'
import type { Said } from '@terreau/db/start-error'
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
  say: (line: Said) => void,
): Promise<Said[]> {
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
    say({
      fr: 'Premier démarrage : une coopérative inventée est écrite, avec une année de sa vie.',
      en: 'First start: an invented cooperative is being written, with a year of its life.',
    })
    say({
      fr: '(TERREAU_DEMO=0 démarre à vide ; --lang en parle anglais.)',
      en: '(TERREAU_DEMO=0 starts empty.)',
    })
    if (await fillDemonstration(services, { say })) await countRows(installation.owner)
    return signInLines(publicUrl)
  }
  const code = readSetupCode(dataDir)
  return [
    {
      fr: `Ouvrez ${publicUrl}/installation pour créer la première coopérative.`,
      en: `Open ${publicUrl}/installation to create the first cooperative.`,
    },
    { fr: `Code d’installation : ${code}`, en: `Set-up code: ${code}` },
  ]
}

/** PostgreSQL plans by what it has counted; by itself it would count only after a minute or so. */
async function countRows({ url, role }: Installation['owner']): Promise<void> {
  const pool = ownerPool(url, role, 1)
  await pool.query('analyze')
  await pool.end()
}

function signInLines(publicUrl: string): Said[] {
  const name = STAFF.direction.displayName
  return [
    {
      fr: 'C’est une démonstration : chaque nom et chaque montant est inventé.',
      en: 'This is a demonstration: every name and amount is invented.',
    },
    {
      fr: `Connectez-vous sur ${publicUrl} avec un des boutons, par exemple « ${name} ».`,
      en: `Sign in on ${publicUrl} with one of the buttons, for instance "${name}".`,
    },
  ]
}
