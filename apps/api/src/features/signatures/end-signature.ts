import { mutation } from '../../platform/mutation.ts'
import { ownParty } from './code-signature.ts'
import { moveRequest } from './move-request.ts'
import { recordAct } from './record-act.ts'
import { kindOf, lockRequest } from './request-row.ts'
import { subjectOf } from './sign-party.ts'

/** A person says no, with the reason. It ends the request: the others cannot sign it any more. */
export const refuseSignature = mutation<{ signatureId: string; reason: string }, undefined>({
  access: 'signature.sign',
  async run(tx, ctx, { signatureId, reason }) {
    const request = await lockRequest(tx, ctx, signatureId)
    const { position } = ownParty(ctx, request)
    await moveRequest(tx, ctx, request, { act: { act: 'refuse', party: position - 1 } })
    await recordAct(tx, ctx, request, 'refused', { position, route: 'phone', reason })
    const kind = kindOf(ctx, request.subjectKind)
    const told = await kind.onRefused(tx, ctx, { ...subjectOf(request), reason })
    const refused = {
      action: 'signature.refused',
      entity: { kind: 'signature', id: request.id },
      after: { party: position, reason },
    } as const
    return { value: undefined, audit: [refused, ...told.audit], jobs: told.jobs }
  },
})

/** Staff take a request back from the page of signatures; the owner of the document hears of it. */
export const withdrawRequest = mutation<{ signatureId: string; reason: string }, undefined>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, reason }) {
    const request = await lockRequest(tx, ctx, signatureId)
    await moveRequest(tx, ctx, request, { act: { act: 'withdraw' } })
    await recordAct(tx, ctx, request, 'withdrawn', { reason })
    const kind = kindOf(ctx, request.subjectKind)
    const told = await kind.onWithdrawn(tx, ctx, { ...subjectOf(request), reason })
    const withdrawn = {
      action: 'signature.withdrawn',
      entity: { kind: 'signature', id: request.id },
      after: { reason },
    } as const
    return { value: undefined, audit: [withdrawn, ...told.audit], jobs: told.jobs }
  },
})
