import { randomUUID } from 'node:crypto'
import { passwordFault } from '@terreau/domain/access/password'
import { SHORTEST_STAFF_PASSWORD } from '@terreau/domain/access/password-length'
import { yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { enterCooperative, type Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import type { Services } from '../../platform/services.ts'
import { countAttempt } from './attempts.ts'
import {
  ensureUser,
  grantRole,
  insertCooperative,
  type NewCooperative,
} from './create-cooperative.ts'
import { hashPassword } from './password-hash.ts'
import { weakPassword } from './password-problem.ts'
import { userById } from './queries.ts'
import { isSetupCode } from './setup-code.ts'
import { startSession } from './start-session.ts'

interface Direction {
  displayName: string
  email: string
  password: string
}

interface Installing {
  cooperative: Omit<NewCooperative, 'id' | 'isDemo' | 'firstMonth'> & { firstMonth: string }
  direction: Omit<Direction, 'password'> & { passwordHash: string }
}

/** The work before the transaction: the code of the terminal, then the password and its hash. */
export async function prepareInstallation(request: {
  services: Services
  clientNetwork: string
  body: { setupCode: string; cooperative: { name: string }; direction: Direction }
}): Promise<{ passwordHash: string }> {
  const { services, clientNetwork, body } = request
  await countAttempt(services, 'set-up', { account: 'installation', network: clientNetwork })
  if (!isSetupCode(dataDirOf(services), body.setupCode)) throw new ProblemError('setup-code-wrong')
  const { displayName, email, password } = body.direction
  const fault = passwordFault(password, {
    shortest: SHORTEST_STAFF_PASSWORD,
    about: [displayName, email, body.cooperative.name],
  })
  if (fault !== null) throw weakPassword(fault, SHORTEST_STAFF_PASSWORD, '/body/direction/password')
  return { passwordHash: await hashPassword(password) }
}

/**
 * Makes the first cooperative and its direction, and signs them in. Whoever read the code on the server's
 * terminal holds the server: that is the second factor of this one session.
 */
export const installCooperative = mutation<Installing, { cooperativeId: string }>({
  access: 'visitor',
  async run(tx, ctx, { cooperative, direction }) {
    await refuseSecondInstallation(tx)
    const id = randomUUID()
    const firstMonth = yearMonth(cooperative.firstMonth)
    await insertCooperative(tx, { ...cooperative, id, firstMonth, isDemo: false })
    const { email, displayName, passwordHash } = direction
    const userId = await ensureUser(tx, {
      id: randomUUID(),
      email,
      displayName,
      locale: ctx.locale,
    })
    await grantRole(tx, { cooperativeId: id }, { userId, role: 'direction', personId: null })
    await enterCooperative(tx, id, userId)
    await tx.updateTable('appUser').set({ passwordHash }).where('id', '=', userId).execute()
    const entrance = {
      cooperativeId: id,
      cooperativeName: cooperative.name,
      roles: ['direction' as const],
      personId: null,
    }
    const user = found(await userById(tx, userId))
    const opened = await startSession(tx, ctx, { user, entrance, assurance: 'code' })
    return {
      ...opened,
      value: { cooperativeId: id },
      audit: [
        {
          action: 'cooperative.created',
          entity: { kind: 'cooperative', id },
          after: { ...cooperative },
        },
        {
          action: 'role.granted',
          entity: { kind: 'user', id: userId },
          after: { role: 'direction' },
        },
        {
          action: 'session.opened',
          entity: { kind: 'user', id: userId },
          after: { assurance: 'code' },
        },
      ],
    }
  },
})

/** One at a time: two pages sent together must not make two first cooperatives. */
async function refuseSecondInstallation(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('terreau.installation'))`.execute(tx)
  const { rows } = await sql<{ found: boolean }>`select terreau.has_cooperative() as found`.execute(
    tx,
  )
  if (rows[0]?.found === true) throw new ProblemError('already-installed')
}

function dataDirOf(services: Services): string {
  const { dataDir } = services.config
  if (dataDir === undefined) throw new Error('the data folder is chosen before serving')
  return dataDir
}
