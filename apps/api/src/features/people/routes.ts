import { peopleEndpoints } from '@terreau/protocol/people'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { createPerson } from './create-person.ts'
import { editPerson } from './edit-person.ts'
import { listPeople } from './list-people.ts'
import { lookAlikes } from './look-alikes.ts'
import { ownFile, personFile } from './queries.ts'
import { endSituation, recordSituation } from './situations.ts'
import { personTimeline } from './timeline-query.ts'

const [list, create, read, edit, timeline, own, alike, , , situation, end] = peopleEndpoints

export function mountPeople(router: Router): void {
  mount(router, list, ({ tx, ctx, query }) => listPeople(tx, ctx, query))
  mount(router, create, ({ ctx, body }) => createPerson(ctx, body))
  mount(router, read, ({ tx, ctx, params }) => personFile(tx, ctx, params.personId))
  mount(router, edit, ({ ctx, params, body }) => editPerson(ctx, { ...params, ...body }))
  mount(router, timeline, ({ tx, ctx, params, query }) =>
    personTimeline(tx, ctx, { ...params, ...query }),
  )
  mount(router, own, ({ tx, ctx }) => ownFile(tx, ctx, ownPersonId(ctx)))
  mount(router, alike, ({ tx, ctx, query }) =>
    lookAlikes(tx, ctx, { ...query, bornOn: query.bornOn ?? null }),
  )
  mount(router, situation, ({ ctx, params, body }) => recordSituation(ctx, { ...params, ...body }))
  mount(router, end, ({ ctx, params, body }) => endSituation(ctx, { ...params, ...body }))
}
