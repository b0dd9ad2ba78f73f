import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { refreshClocks } from '../clocks/index.ts'
import { markRead } from '../documents/index.ts'
import { requireProof, requireScan } from './require-proof.ts'

/** Binds scans that came later to a paper that was recorded already: a back side, a sharper photo. */
export const addPermitScans = mutation<
  { permitId: string; documentIds: readonly string[] },
  undefined
>({
  access: 'permit.edit',
  async run(tx, ctx, { permitId, documentIds }) {
    const { cooperativeId } = ctx
    const { personId } = found(
      await tx
        .selectFrom('permit')
        .select('personId')
        .where('cooperativeId', '=', cooperativeId)
        .where('id', '=', permitId)
        .executeTakeFirst(),
    )
    for (const documentId of documentIds)
      await requireScan(tx, cooperativeId, { personId, documentId })
    const added = await tx
      .insertInto('permitScan')
      .values(
        [...new Set(documentIds)].map((documentId) => ({ cooperativeId, permitId, documentId })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    await markRead(tx, ctx, personId)
    if (added.numInsertedOrUpdatedRows === 0n) return { value: undefined, audit: 'unchanged' }
    const entity = { kind: 'person', id: personId }
    return {
      value: undefined,
      audit: [{ action: 'permit.scans-added', entity, after: { permitId, documentIds } }],
    }
  },
})

/** Binds the paper that proves a step before a hire; a sharper one takes its place. */
export const proveHireCheck = mutation<{ checkId: string; documentId: string }, undefined>({
  access: 'permit.edit',
  async run(tx, ctx, { checkId, documentId }) {
    const check = found(
      await tx
        .selectFrom('hireCheck')
        .select(['personId', 'kind', 'documentId'])
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', checkId)
        .forUpdate()
        .executeTakeFirst(),
    )
    await requireProof(tx, ctx.cooperativeId, { ...check, documentId })
    if (check.documentId === documentId) return { value: undefined, audit: 'unchanged' }
    await tx
      .updateTable('hireCheck')
      .set({ documentId })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', checkId)
      .execute()
    await refreshClocks(tx, ctx, check.personId)
    const entity = { kind: 'person', id: check.personId }
    const after = { checkId, documentId }
    return { value: undefined, audit: [{ action: 'hire-check.proved', entity, after }] }
  },
})
