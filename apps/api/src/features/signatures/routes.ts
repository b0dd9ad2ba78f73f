import { pick } from '@terreau/protocol/endpoint'
import { ownSignaturesEndpoints as own } from '@terreau/protocol/own-signatures'
import { signaturesEndpoints as staff } from '@terreau/protocol/signatures'
import { mount, type Router } from '../../platform/http/mount.ts'
import { countersign } from './countersign.ts'
import { refuseSignature, withdrawRequest } from './end-signature.ts'
import { listSignatures } from './list-signatures.ts'
import { ownRequest, ownSignature, ownSignatures } from './own-signatures.ts'
import { remindSigner } from './remind-signer.ts'
import { paperFile, requestFile, requestText } from './request-files.ts'
import { requestRow } from './request-row.ts'
import { scanFile } from './scans.ts'
import { noteShare } from './share-link.ts'
import { giveOfficeCode, handOver, requestOfficeCode, signInOffice } from './sign-in-office.ts'
import { checkPaper, receivePaper } from './sign-on-paper.ts'
import { askForHelp, noteHelp, noteReading, requestOwnCode, signOnPhone } from './sign-on-phone.ts'
import { signatureDetail } from './signature-detail.ts'

export function mountSignatures(router: Router): void {
  mountReading(router)
  mountStaffActs(router)
  mountOwn(router)
}

function mountReading(router: Router): void {
  mount(router, pick(staff, 'GET /signatures'), ({ tx, ctx, query }) =>
    listSignatures(tx, ctx, query),
  )
  mount(router, pick(staff, 'GET /signatures/:signatureId'), ({ tx, ctx, params }) =>
    signatureDetail(tx, ctx, params.signatureId),
  )
  mount(
    router,
    pick(staff, 'GET /signatures/:signatureId/document'),
    async ({ tx, ctx, params, query }) =>
      requestFile(tx, ctx, await requestRow(tx, ctx, params.signatureId), query.file),
  )
  mount(router, pick(staff, 'GET /signatures/:signatureId/text'), async ({ tx, ctx, params }) =>
    requestText(tx, ctx, await requestRow(tx, ctx, params.signatureId)),
  )
  mount(router, pick(staff, 'GET /signatures/:signatureId/paper'), async ({ tx, ctx, params }) =>
    paperFile(tx, ctx, await requestRow(tx, ctx, params.signatureId)),
  )
  mount(router, pick(staff, 'GET /signatures/:signatureId/scan'), ({ tx, ctx, params, query }) =>
    scanFile(tx, ctx, { ...params, ...query }),
  )
}

function mountStaffActs(router: Router): void {
  mount(router, pick(staff, 'POST /signatures/:signatureId/reminder'), ({ ctx, params }) =>
    remindSigner(ctx, params),
  )
  mount(router, pick(staff, 'POST /signatures/:signatureId/shares'), ({ ctx, params, body }) =>
    noteShare(ctx, { ...params, ...body }),
  )
  mount(router, pick(staff, 'POST /signatures/:signatureId/withdrawal'), ({ ctx, params, body }) =>
    withdrawRequest(ctx, { ...params, ...body }),
  )
  mount(router, pick(staff, 'POST /signatures/:signatureId/help-answer'), ({ ctx, params }) =>
    noteHelp(ctx, params),
  )
  mount(router, pick(staff, 'POST /signatures/countersignatures'), ({ ctx, body }) =>
    countersign(ctx, body),
  )
  mount(router, pick(staff, 'POST /signatures/:signatureId/handover'), ({ ctx, params, body }) =>
    handOver(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(staff, 'POST /signatures/:signatureId/colleague-code'),
    ({ ctx, params, body }) => giveOfficeCode(ctx, { ...params, ...body }),
  )
  mount(router, pick(staff, 'POST /signatures/:signatureId/office-code'), ({ ctx, params, body }) =>
    requestOfficeCode(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(staff, 'POST /signatures/:signatureId/office-signature'),
    ({ ctx, params, body }) => signInOffice(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(staff, 'POST /signatures/:signatureId/paper-scans'),
    ({ ctx, params, query, body }) => receivePaper(ctx, { ...params, ...query, file: body }),
  )
  mount(router, pick(staff, 'POST /signatures/:signatureId/paper-check'), ({ ctx, params, body }) =>
    checkPaper(ctx, { ...params, ...body }),
  )
}

function mountOwn(router: Router): void {
  mount(router, pick(own, 'GET /me/signatures'), ({ tx, ctx }) => ownSignatures(tx, ctx))
  mount(router, pick(own, 'GET /me/signatures/:signatureId'), ({ tx, ctx, params }) =>
    ownSignature(tx, ctx, params.signatureId),
  )
  mount(
    router,
    pick(own, 'GET /me/signatures/:signatureId/document'),
    async ({ tx, ctx, params, query }) =>
      requestFile(tx, ctx, await ownRequest(tx, ctx, params.signatureId), query.file),
  )
  mount(router, pick(own, 'GET /me/signatures/:signatureId/text'), async ({ tx, ctx, params }) =>
    requestText(tx, ctx, await ownRequest(tx, ctx, params.signatureId)),
  )
  mount(router, pick(own, 'POST /me/signatures/:signatureId/reading'), ({ ctx, params, body }) =>
    noteReading(ctx, { ...params, ...body }),
  )
  mount(router, pick(own, 'POST /me/signatures/:signatureId/help'), ({ ctx, params }) =>
    askForHelp(ctx, params),
  )
  mount(router, pick(own, 'POST /me/signatures/:signatureId/code'), ({ ctx, params }) =>
    requestOwnCode(ctx, params),
  )
  mount(router, pick(own, 'POST /me/signatures/:signatureId/signature'), ({ ctx, params, body }) =>
    signOnPhone(ctx, { ...params, ...body }),
  )
  mount(router, pick(own, 'POST /me/signatures/:signatureId/refusal'), ({ ctx, params, body }) =>
    refuseSignature(ctx, { ...params, ...body }),
  )
}
