import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { checkShown, ownParty, sendSigningCode, signWithCode } from './code-signature.ts'
import { recordAct } from './record-act.ts'
import { lockRequest } from './request-row.ts'

/** Notes that the person has the document before them: the bytes with this fingerprint. */
export const noteReading = mutation<{ signatureId: string; documentSha256: string }, undefined>({
  access: 'signature.sign',
  async run(tx, ctx, { signatureId, documentSha256 }) {
    const { request, party } = await own(tx, ctx, signatureId)
    checkShown(request, documentSha256)
    if (request.state !== 'waiting') return { value: undefined, audit: 'unchanged' }
    const { position } = party
    await recordAct(tx, ctx, request, 'shown', { position, route: 'phone' })
    const entity = { kind: 'signature', id: request.id }
    const after = { party: position, documentSha256 }
    return { value: undefined, audit: [{ action: 'signature.shown', entity, after }] }
  },
})

/** The person would rather read it with somebody: staff see it, and call. */
export const askForHelp = mutation<{ signatureId: string }, undefined>({
  access: 'signature.sign',
  async run(tx, ctx, { signatureId }) {
    const { request, party } = await own(tx, ctx, signatureId)
    if (request.state !== 'waiting')
      throw new ProblemError('signature-ended', { state: request.state })
    const { position } = party
    await recordAct(tx, ctx, request, 'help_asked', { position, route: 'phone' })
    const entity = { kind: 'signature', id: request.id }
    const after = { party: position }
    return { value: undefined, audit: [{ action: 'signature.help-asked', entity, after }] }
  },
})

/** Staff called, and the document was read together. */
export const noteHelp = mutation<{ signatureId: string }, undefined>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId }) {
    const request = await lockRequest(tx, ctx, signatureId)
    await recordAct(tx, ctx, request, 'help_given')
    const entity = { kind: 'signature', id: request.id }
    return { value: undefined, audit: [{ action: 'signature.help-given', entity }] }
  },
})

export const requestOwnCode = mutation<
  { signatureId: string },
  { email: string; expiresAt: string }
>({
  access: 'signature.sign',
  async run(tx, ctx, { signatureId }) {
    return sendSigningCode(tx, ctx, { ...(await own(tx, ctx, signatureId)), route: 'phone' })
  },
})

/** The person signs alone, from their own account. */
export const signOnPhone = mutation<
  { signatureId: string; typedName: string; code: string; documentSha256: string },
  undefined
>({
  access: 'signature.sign',
  async run(tx, ctx, { signatureId, ...given }) {
    return signWithCode(tx, ctx, { ...(await own(tx, ctx, signatureId)), route: 'phone', ...given })
  },
})

async function own(tx: Tx, ctx: Context, signatureId: string) {
  const request = await lockRequest(tx, ctx, signatureId)
  return { request, party: ownParty(ctx, request) }
}
