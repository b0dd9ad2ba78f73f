import { personalDataEndpoints } from '@terreau/protocol/personal-data'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { askErasure } from './erasure/ask-erasure.ts'
import { erasePerson } from './erasure/erase-person.ts'
import { refuseErasure } from './erasure/refuse-erasure.ts'
import { askExport, askOwnExport } from './export/ask-export.ts'
import { downloadExport, downloadOwnExport } from './export/download-export.ts'
import { liftHold, placeHold } from './holds/place-hold.ts'
import { ownDataOf, personalDataOf } from './queries.ts'
import { readRetention } from './retention/read-retention.ts'
import { switchNightly } from './retention/switch-nightly.ts'

const [
  own,
  askOwn,
  downloadOwn,
  read,
  ask,
  download,
  hold,
  lift,
  askErased,
  erase,
  refuse,
  retention,
  nightly,
] = personalDataEndpoints

export function mountPersonalData(router: Router): void {
  mount(router, own, ({ tx, ctx }) => ownDataOf(tx, ctx, ownPersonId(ctx)))
  mount(router, askOwn, ({ ctx }) => askOwnExport(ctx, undefined))
  mount(router, downloadOwn, ({ ctx, params }) => downloadOwnExport(ctx, params))
  mount(router, read, ({ tx, ctx, params }) => personalDataOf(tx, ctx, params.personId))
  mount(router, ask, ({ ctx, params, body }) => askExport(ctx, { ...params, ...body }))
  mount(router, download, ({ ctx, params }) => downloadExport(ctx, params))
  mount(router, hold, ({ ctx, params, body }) => placeHold(ctx, { ...params, ...body }))
  mount(router, lift, ({ ctx, params, body }) => liftHold(ctx, { ...params, ...body }))
  mount(router, askErased, ({ ctx }) => askErasure(ctx, undefined))
  mount(router, erase, ({ ctx, params, body }) => erasePerson(ctx, { ...params, ...body }))
  mount(router, refuse, ({ ctx, params, body }) => refuseErasure(ctx, { ...params, ...body }))
  mount(router, retention, ({ tx, ctx }) => readRetention(tx, ctx))
  mount(router, nightly, ({ ctx, body }) => switchNightly(ctx, body))
}
