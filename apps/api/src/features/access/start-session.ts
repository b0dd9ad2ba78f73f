import { isRole, isStaff, type Role } from '@terreau/domain/access/roles'
import type { Actor, Context } from '../../platform/context.ts'
import { enterCooperative, type Tx } from '../../platform/db/transaction.ts'
import type { Outcome } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { homeOf, insertSession } from './open-session.ts'
import { membershipsOf, type UserRow } from './queries.ts'
import { totpStep } from './totp.ts'

/** Where somebody enters: the cooperative they used last, with the roles they hold there today. */
export interface Entrance {
  cooperativeId: string
  cooperativeName: string
  roles: Role[]
  personId: string | null
}

export interface SignedIn {
  home: string
  /** Staff who came in by password alone: only the page that sets up a second factor opens. */
  mustSetUpTotp: boolean
}

/**
 * Enters as the user, in the cooperative asked for or the last one. Undefined when the user holds no role
 * there: to the visitor, as if the address were unknown.
 */
export async function entranceOf(
  tx: Tx,
  userId: string,
  cooperativeId?: string,
): Promise<Entrance | undefined> {
  await enterCooperative(tx, '', userId)
  const entrance = (await membershipsOf(tx, userId)).find(
    (m) => cooperativeId === undefined || m.cooperativeId === cooperativeId,
  )
  if (entrance === undefined) return undefined
  await enterCooperative(tx, entrance.cooperativeId, userId)
  return { ...entrance, roles: entrance.roles.filter(isRole) }
}

/**
 * The last step of every way in: a new session with a new token, its line in the journal, and where to go.
 * The transaction must have entered the cooperative as this user.
 */
export async function startSession(
  tx: Tx,
  ctx: Context,
  who: { user: UserRow; entrance: Entrance; assurance: string; notAfter?: Date },
): Promise<Outcome<SignedIn>> {
  const { user, entrance, assurance } = who
  const session = await insertSession(tx, ctx, {
    userId: user.id,
    cooperativeId: entrance.cooperativeId,
    roles: entrance.roles,
    assurance,
    ...(who.notAfter ? { notAfter: who.notAfter } : {}),
  })
  const actor: Actor = {
    kind: 'person',
    userId: user.id,
    personIds: entrance.personId === null ? [] : [entrance.personId],
    roles: entrance.roles,
    sessionId: session.id,
    displayName: user.displayName,
    assurance,
  }
  return {
    value: {
      home: homeOf(entrance.roles),
      mustSetUpTotp: assurance === 'password' && entrance.roles.some(isStaff),
    },
    audit: [
      { action: 'session.opened', entity: { kind: 'user', id: user.id }, after: { assurance } },
    ],
    journal: { actor, cooperativeId: entrance.cooperativeId },
  }
}

/**
 * Asks for the second factor of whoever set one up, whatever the first factor was. Returns what the
 * first factor then amounts to, or the refusal.
 */
export async function checkSecondFactor(
  tx: Tx,
  ctx: Context,
  user: UserRow,
  typed: string | undefined,
): Promise<'none' | 'given' | ProblemError> {
  if (user.totpConfirmedAt === null) return 'none'
  if (typed === undefined || typed.trim() === '') return new ProblemError('sign-in-second-factor')
  const step = totpStep(ctx.services.secrets, user, typed, ctx.now)
  if (step === null) return wrongTotp()
  const used = await tx
    .updateTable('appUser')
    .set({ totpLastStep: step })
    .where('id', '=', user.id)
    .where((eb) => eb.or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', step)]))
    .executeTakeFirst()
  return used.numUpdatedRows === 1n ? 'given' : wrongTotp()
}

function wrongTotp(): ProblemError {
  return new ProblemError('totp-code-wrong', undefined, [
    { pointer: '/body/totp', code: 'totp-code-wrong' },
  ])
}
