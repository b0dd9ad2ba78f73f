import { randomUUID } from 'node:crypto'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Outcome } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'

export interface Merge {
  personId: string
  mergedId: string
  reason: string
}

/**
 * Joins two files of one person: the merged one points to the kept one, and that is all. Rows, numbers,
 * postings and certificates stay where they are; reading resolves the pointer (`terreau.file_ids`). One level
 * only, so that undoing is exact.
 */
export async function joinFiles(
  tx: Tx,
  ctx: Context,
  { personId, mergedId, reason }: Merge,
): Promise<Outcome<{ mergeId: string }>> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'mergedIntoId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where((eb) => eb.or([eb('id', 'in', [personId, mergedId]), eb('mergedIntoId', '=', mergedId)]))
    .where('archivedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const kept = found(rows.find((row) => row.id === personId))
  const merged = found(rows.find((row) => row.id === mergedId))
  const isNested = rows.some((row) => row.mergedIntoId !== null)
  if (kept.id === merged.id || isNested) throw new ProblemError('merge-not-possible')
  const mergeId = randomUUID()
  await tx
    .insertInto('personMerge')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: mergeId,
      keptId: personId,
      mergedId,
      reason,
      mergedBy: userIdOf(ctx),
      mergedAt: ctx.now,
    })
    .execute()
  await tx
    .updateTable('person')
    .set({ mergedIntoId: personId })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', mergedId)
    .execute()
  const entity = { kind: 'person', id: personId }
  return {
    value: { mergeId },
    audit: [{ action: 'person.merged', entity, after: { mergedId, mergeId } }],
  }
}

/** Parts two files: the pointer goes, and each shows its own rows again. Both acts stay written down. */
export async function partFiles(
  tx: Tx,
  ctx: Context,
  { mergeId, reason }: { mergeId: string; reason: string },
): Promise<Outcome<{ keptId: string; mergedId: string }>> {
  const merge = found(
    await tx
      .selectFrom('personMerge')
      .select(['keptId', 'mergedId'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', mergeId)
      .executeTakeFirst(),
  )
  await tx
    .insertInto('personMergeUndo')
    .values({
      cooperativeId: ctx.cooperativeId,
      mergeId,
      reason,
      undoneBy: userIdOf(ctx),
      undoneAt: ctx.now,
    })
    .execute()
  await tx
    .updateTable('person')
    .set({ mergedIntoId: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', merge.mergedId)
    .execute()
  const entity = { kind: 'person', id: merge.keptId }
  return {
    value: merge,
    audit: [{ action: 'person.parted', entity, after: { mergedId: merge.mergedId, mergeId } }],
  }
}
