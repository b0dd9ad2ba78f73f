import { pick } from '@terreau/protocol/endpoint'
import { homeEndpoints } from '@terreau/protocol/home'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownTasks, workQueue } from './work-queue.ts'

export function mountHome(router: Router): void {
  mount(router, pick(homeEndpoints, 'GET /home/queue'), ({ tx, ctx }) => workQueue(tx, ctx))
  mount(router, pick(homeEndpoints, 'GET /me/tasks'), ({ tx, ctx }) => ownTasks(tx, ctx))
}
