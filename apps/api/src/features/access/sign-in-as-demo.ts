import type { Role } from '@terreau/domain/access/roles'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { homeOf } from './open-session.ts'
import { demoPlayers, userById } from './queries.ts'
import { entranceOf, type SignedIn, startSession } from './start-session.ts'

/** Plays a role of the demonstration. Without a demonstration cooperative there is nobody to play. */
export const signInAsDemo = mutation<{ role: Role }, SignedIn>({
  access: 'visitor',
  async run(tx, ctx, { role }) {
    const player = found((await demoPlayers(tx)).find((p) => p.role === role))
    const entrance = found(await entranceOf(tx, player.userId, player.cooperativeId))
    const user = found(await userById(tx, player.userId))
    const opened = await startSession(tx, ctx, { user, entrance, assurance: 'demo' })
    // Somebody may play two roles; the button says which one to see first.
    return { ...opened, value: { ...opened.value, home: homeOf([role]) } }
  },
})
