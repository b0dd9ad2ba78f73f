import { rightToWorkEndpoints } from '@terreau/protocol/right-to-work'
import { mount, type Router } from '../../platform/http/mount.ts'
import { personExists } from '../people/index.ts'
import { addPermitScans, proveHireCheck } from './add-proof.ts'
import { decideWork } from './decide-work.ts'
import { enterNumber } from './enter-number.ts'
import { lookAtNumber, lookAtPermitNumber } from './look-at-number.ts'
import { numbersOf } from './numbers.ts'
import { ownRightToWork, personView } from './person-view.ts'
import { prolongPermit } from './prolong-permit.ts'
import { answerHireCheck, recordHireCheck } from './record-hire-check.ts'
import { recordPermit } from './record-permit.ts'
import { refuseSentPaper } from './refuse-paper.ts'
import { statePermitEnd } from './state-end.ts'

const [
  read,
  record,
  scans,
  refuse,
  prolong,
  end,
  look,
  check,
  prove,
  answer,
  decide,
  own,
  numbers,
  enter,
  lookNumber,
] = rightToWorkEndpoints

export function mountRightToWork(router: Router): void {
  mount(router, read, ({ tx, ctx, params, query }) =>
    personView(tx, ctx, { ...params, on: query.on ?? ctx.today }),
  )
  mount(router, record, ({ ctx, params, body }) => recordPermit(ctx, { ...params, ...body }))
  mount(router, scans, ({ ctx, params, body }) => addPermitScans(ctx, { ...params, ...body }))
  mount(router, refuse, ({ ctx, params, body }) => refuseSentPaper(ctx, { ...params, ...body }))
  mount(router, prolong, ({ ctx, params, body }) => prolongPermit(ctx, { ...params, ...body }))
  mount(router, end, ({ ctx, params, body }) => statePermitEnd(ctx, { ...params, ...body }))
  mount(router, look, ({ ctx, params, body }) => lookAtPermitNumber(ctx, { ...params, ...body }))
  mount(router, check, ({ ctx, params, body }) => recordHireCheck(ctx, { ...params, ...body }))
  mount(router, prove, ({ ctx, params, body }) => proveHireCheck(ctx, { ...params, ...body }))
  mount(router, answer, ({ ctx, params, body }) => answerHireCheck(ctx, { ...params, ...body }))
  mount(router, decide, ({ ctx, params, body }) => decideWork(ctx, { ...params, ...body }))
  mount(router, own, ({ tx, ctx }) => ownRightToWork(tx, ctx))
  mount(router, numbers, async ({ tx, ctx, params }) => {
    await personExists(tx, ctx, params.personId)
    return numbersOf(tx, ctx, params.personId)
  })
  mount(router, enter, ({ ctx, params, body }) => enterNumber(ctx, { ...params, ...body }))
  mount(router, lookNumber, ({ ctx, params, body }) => lookAtNumber(ctx, { ...params, ...body }))
}
