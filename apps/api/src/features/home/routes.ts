import { pick } from '@terreau/protocol/endpoint'
import { homeEndpoints as all } from '@terreau/protocol/home'
import { mount, type Router } from '../../platform/http/mount.ts'
import { colleagues, markHistory } from './mark-history.ts'
import { assignWork, snoozeWork, wakeWork } from './mark-work.ts'
import { monthStrip } from './month-strip.ts'
import { ownTasks, workQueue } from './work-queue.ts'

export function mountHome(router: Router): void {
  mount(router, pick(all, 'GET /home/queue'), ({ tx, ctx, query }) => workQueue(tx, ctx, query))
  mount(router, pick(all, 'GET /home/month'), ({ tx, ctx }) => monthStrip(tx, ctx))
  mount(router, pick(all, 'GET /me/tasks'), ({ tx, ctx }) => ownTasks(tx, ctx))
  mount(router, pick(all, 'GET /home/colleagues'), ({ tx, ctx }) => colleagues(tx, ctx))
  mount(router, pick(all, 'GET /home/marks'), ({ tx, ctx, query }) => markHistory(tx, ctx, query))
  mount(router, pick(all, 'POST /home/snoozes'), ({ ctx, body }) => snoozeWork(ctx, body))
  mount(router, pick(all, 'POST /home/wakings'), ({ ctx, body }) => wakeWork(ctx, body))
  mount(router, pick(all, 'POST /home/assignments'), ({ ctx, body }) => assignWork(ctx, body))
}
