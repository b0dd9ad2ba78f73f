import { personalDataEndpoints } from '@terreau/protocol/personal-data'
import type { Context } from '../../platform/context.ts'
import { mount, type Router } from '../../platform/http/mount.ts'
import { found } from '../../platform/problem-error.ts'
import { askExport, askOwnExport } from './export/ask-export.ts'
import { downloadExport, downloadOwnExport } from './export/download-export.ts'
import { liftHold, placeHold } from './holds/place-hold.ts'
import { exportsOf, personalDataOf } from './queries.ts'

const [own, askOwn, downloadOwn, read, ask, download, hold, lift] = personalDataEndpoints

export function mountPersonalData(router: Router): void {
  mount(router, own, async ({ tx, ctx }) => ({ exports: await exportsOf(tx, ctx, ownPerson(ctx)) }))
  mount(router, askOwn, ({ ctx }) => askOwnExport(ctx, undefined))
  mount(router, downloadOwn, ({ ctx, params }) => downloadOwnExport(ctx, params))
  mount(router, read, ({ tx, ctx, params }) => personalDataOf(tx, ctx, params.personId))
  mount(router, ask, ({ ctx, params, body }) => askExport(ctx, { ...params, ...body }))
  mount(router, download, ({ ctx, params }) => downloadExport(ctx, params))
  mount(router, hold, ({ ctx, params, body }) => placeHold(ctx, { ...params, ...body }))
  mount(router, lift, ({ ctx, params, body }) => liftHold(ctx, { ...params, ...body }))
}

function ownPerson(ctx: Context): string {
  return found(ctx.actor.kind === 'person' ? ctx.actor.personId : null)
}
