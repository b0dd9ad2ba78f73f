import { documentKindRules } from '@terreau/domain/documents/kinds'
import { documentsEndpoints } from '@terreau/protocol/documents'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownPersonId, ownPersonIds } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { personExists } from '../people/index.ts'
import { addDocument, sendDocument } from './add-document.ts'
import { lookAtDocument } from './look-at-document.ts'
import { looksAt } from './looks.ts'
import { looksOf } from './may-see.ts'
import { documentFile, documentHead, documentsOf, kindsWith } from './queries.ts'
import { scanState } from './scan-state.ts'

const [list, add, read, look, listOwn, send, readOwn, looks, scans, ownLooks] = documentsEndpoints

export function mountDocuments(router: Router): void {
  mount(router, list, async ({ tx, ctx, params: { personId } }) => {
    await personExists(tx, ctx, personId)
    const kinds = kindsWith(looksOf(ctx))
    return { documents: await documentsOf(tx, ctx.cooperativeId, { personId, kinds }) }
  })
  mount(router, add, ({ ctx, params, query, body }) =>
    addDocument(ctx, { ...params, ...query, file: body }),
  )
  mount(router, read, async ({ tx, ctx, params }) => {
    const { kind } = await documentHead(tx, ctx.cooperativeId, params.documentId)
    const isOpen = documentKindRules(kind).look === 'file' && looksOf(ctx).has('file')
    if (!isOpen) throw new ProblemError('forbidden')
    return documentFile(tx, ctx.cooperativeId, params)
  })
  mount(router, look, ({ ctx, params, body }) => lookAtDocument(ctx, { ...params, ...body }))
  mount(router, listOwn, async ({ tx, ctx }) => {
    const documents = await documentsOf(tx, ctx.cooperativeId, { personId: ownPersonId(ctx) })
    return { documents }
  })
  mount(router, send, ({ ctx, query, body }) => sendDocument(ctx, { ...query, file: body }))
  mount(router, readOwn, async ({ tx, ctx, params }) => {
    const { personId } = await documentHead(tx, ctx.cooperativeId, params.documentId)
    if (!ownPersonIds(ctx).includes(personId)) throw new ProblemError('not-found')
    return documentFile(tx, ctx.cooperativeId, params)
  })
  mount(router, looks, async ({ tx, ctx, params: { personId } }) => {
    await personExists(tx, ctx, personId)
    return { looks: await looksAt(tx, ctx.cooperativeId, personId) }
  })
  mount(router, scans, ({ tx, ctx }) => scanState(tx, ctx))
  mount(router, ownLooks, async ({ tx, ctx }) => ({
    looks: await looksAt(tx, ctx.cooperativeId, ownPersonId(ctx)),
  }))
}
