import { canAny } from '@terreau/domain/access/permissions'
import { isStaff } from '@terreau/domain/access/roles'
import type { Endpoint } from '@terreau/protocol/endpoint'
import type { Actor, HandedScreen } from '../context.ts'
import { ProblemError } from '../problem-error.ts'

/**
 * Throws 401 for a visitor, 403 for a role that lacks the permission, and 403 for everything but one signature
 * while the screen is in the hands of the person who signs.
 *
 * @param params The parameters of the address, as they were sent.
 */
export function checkAccess(
  actor: Actor,
  endpoint: Pick<Endpoint, 'access' | 'whileHanded'>,
  params: Readonly<Record<string, string>>,
): void {
  const { access } = endpoint
  // What a visitor without any session may call gives nothing away.
  if (access === 'public') return
  if (actor.kind !== 'person') throw new ProblemError('signed-out')
  if (actor.handed !== undefined && !isOpenWhileHanded(endpoint, actor.handed, params))
    throw new ProblemError('screen-handed-over')
  if (access === 'signed-in') return
  // A password alone never opens what staff may see (CNIL 2025-019): first comes the second factor.
  if (actor.assurance === 'password' && actor.roles.some(isStaff))
    throw new ProblemError('second-factor-required')
  const wanted = typeof access === 'string' ? [access] : access
  if (!wanted.some((permission) => canAny(actor.roles, permission)))
    throw new ProblemError('forbidden')
}

function isOpenWhileHanded(
  { whileHanded }: Pick<Endpoint, 'whileHanded'>,
  { signatureId }: HandedScreen,
  params: Readonly<Record<string, string>>,
): boolean {
  if (whileHanded === 'always') return true
  return whileHanded === 'this-signature' && params.signatureId === signatureId
}
