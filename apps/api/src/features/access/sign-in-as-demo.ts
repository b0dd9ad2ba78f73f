import type { Role } from '@terreau/domain/access/roles'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { demoPlayers, userById } from './queries.ts'
import { entranceOf, type SignedIn, startSession } from './start-session.ts'

/** Plays a role of the demonstration. Without a demonstration cooperative there is nobody to play. */
export const signInAsDemo = mutation<{ role: Role }, SignedIn>({
  access: 'visitor',
  async run(tx, ctx, { role }) {
    const player = found((await demoPlayers(tx)).find((p) => p.role === role))
    const entrance = found(await entranceOf(tx, player.userId, player.cooperativeId))
    const user = found(await userById(tx, player.userId))
    return startSession(tx, ctx, { user, entrance, assurance: 'demo' })
  },
})
