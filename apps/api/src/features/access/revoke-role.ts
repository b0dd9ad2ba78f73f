import type { Role } from '@terreau/domain/access/roles'
import { shutStreamsOf } from '../../platform/live-events.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { holdersOf } from './user-queries.ts'

/** Takes a role back. Roles are read again at each request, so the next one already lacks it. */
export const revokeRole = mutation<{ userId: string; role: Role }, void>({
  access: 'user.grant',
  async run(tx, ctx, { userId, role }) {
    const holders = await holdersOf(tx, ctx, role)
    found(holders.find((id) => id === userId))
    if (role === 'direction' && holders.length === 1) throw new ProblemError('last-direction')
    await tx
      .deleteFrom('membership')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('userId', '=', userId)
      .where('role', '=', role)
      .execute()
    await shutStreamsOf(tx, ctx.cooperativeId, userId)
    return {
      value: undefined,
      audit: [{ action: 'role.revoked', entity: { kind: 'user', id: userId }, before: { role } }],
    }
  },
})
