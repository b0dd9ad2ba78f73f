import { canAny } from '@terreau/domain/access/permissions'
import { isStaff } from '@terreau/domain/access/roles'
import type { Access } from '@terreau/protocol/endpoint'
import type { Actor } from '../context.ts'
import { ProblemError } from '../problem-error.ts'

/** Throws 401 for a visitor and 403 for a role that lacks the permission. */
export function checkAccess(actor: Actor, access: Access): void {
  if (access === 'public') return
  if (actor.kind !== 'person') throw new ProblemError('signed-out')
  if (access === 'signed-in') return
  // A password alone never opens what staff may see (CNIL 2025-019): first comes the second factor.
  if (actor.assurance === 'password' && actor.roles.some(isStaff))
    throw new ProblemError('second-factor-required')
  const wanted = typeof access === 'string' ? [access] : access
  if (!wanted.some((permission) => canAny(actor.roles, permission)))
    throw new ProblemError('forbidden')
}
