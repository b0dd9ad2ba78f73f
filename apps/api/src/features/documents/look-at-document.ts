import type { FileAnswer } from '../../platform/http/mount.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { recordLook } from './looks.ts'
import { maySee } from './may-see.ts'
import { documentFile, documentHead } from './queries.ts'

/** Opens a guarded paper: the reason is asked, the look is written, the person can read it. */
export const lookAtDocument = mutation<
  { documentId: string; version: number; reason: string },
  FileAnswer
>({
  access: ['document.look', 'document.look-pay'],
  async run(tx, ctx, input) {
    const head = await documentHead(tx, ctx.cooperativeId, input.documentId)
    if (!maySee(ctx, head.kind)) throw new ProblemError('forbidden')
    const file = await documentFile(tx, ctx.cooperativeId, input)
    await recordLook(tx, ctx, { personId: head.personId, what: head.kind, reason: input.reason })
    const entity = { kind: 'document', id: head.id }
    const after = { kind: head.kind, version: input.version, reason: input.reason }
    return { value: file, audit: [{ action: 'document.looked-at', entity, after }] }
  },
})
