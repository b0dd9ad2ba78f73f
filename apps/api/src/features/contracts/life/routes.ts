import { contractLifeEndpoints as life } from '@terreau/protocol/contract-life'
import { pick } from '@terreau/protocol/endpoint'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { endContract } from './end-contract.ts'
import { keepExitPaper, tickExitStep } from './exit-steps.ts'
import { contractPaper } from './keep-file.ts'
import { contractLife } from './life-view.ts'
import { noteFixedPart } from './note-fixed-part.ts'
import { noticeLetter, recordNotice } from './notices.ts'
import { declareHire, recordAssociate, registerBusiness } from './record-acts.ts'
import { cancelSuspension, editSuspension, suspendContract } from './suspend.ts'

export function mountContractLife(router: Router): void {
  mount(router, pick(life, 'GET /contracts/:contractId/life'), ({ tx, ctx, params }) =>
    contractLife(tx, ctx, params.contractId),
  )
  mount(router, pick(life, 'POST /contracts/:contractId/suspensions'), ({ ctx, params, body }) =>
    suspendContract(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(life, 'PUT /contracts/:contractId/suspensions/:suspensionId'),
    ({ ctx, params, body }) => editSuspension(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(life, 'POST /contracts/:contractId/suspensions/:suspensionId/cancellation'),
    ({ ctx, params, body }) => cancelSuspension(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(life, 'POST /contracts/:contractId/notices/:event/:recipient'),
    ({ ctx, params, query, body }) =>
      recordNotice(ctx, { ...params, sentOn: query.sentOn, file: body }),
  )
  mount(
    router,
    pick(life, 'GET /contracts/:contractId/notices/:event/:recipient/letter'),
    ({ tx, ctx, params }) => noticeLetter(tx, ctx, params),
  )
  mount(router, pick(life, 'POST /contracts/:contractId/registration'), ({ ctx, params, body }) =>
    registerBusiness(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(life, 'POST /contracts/:contractId/hire-declaration'),
    ({ ctx, params, body }) => declareHire(ctx, { ...params, ...body }),
  )
  mount(router, pick(life, 'PUT /contracts/:contractId/fixed-part'), ({ ctx, params, body }) =>
    noteFixedPart(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(life, 'POST /contracts/:contractId/association'),
    ({ ctx, params, query, body }) =>
      recordAssociate(ctx, { ...params, associateOn: query.associateOn, file: body }),
  )
  mount(router, pick(life, 'POST /contracts/:contractId/exit'), ({ ctx, params, body }) =>
    endContract(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(life, 'POST /contracts/:contractId/exit/steps/:step'),
    ({ ctx, params, body }) => tickExitStep(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(life, 'POST /contracts/:contractId/exit/papers/:step'),
    ({ ctx, params, body }) => keepExitPaper(ctx, { ...params, file: body }),
  )
  mount(router, pick(life, 'GET /contracts/:contractId/papers/:fileId'), ({ tx, ctx, params }) =>
    contractPaper(tx, ctx, params),
  )
}
