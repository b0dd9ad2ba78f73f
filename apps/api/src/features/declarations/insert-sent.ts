import { randomUUID } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { DeclarationKey, DeclaredLines } from './declared-lines.ts'
import { recordLines } from './record-declaration.ts'
import { declarationNumber } from './send-declaration.ts'

export interface SentByOthers extends Omit<DeclarationKey, 'id'> {
  channel: 'decision' | 'import'
  /** Who declared: the member of staff, or the person herself when a file speaks for her. */
  declaredBy: string
  /** The number it comes with; the next one of the month when it has none. */
  number?: string
  lines: DeclaredLines
}

/**
 * Writes a declaration that is sent at once, without a draft: by staff, or from a file. A draft the
 * person had begun becomes it; one that was sent already refuses. The caller writes the journal.
 */
export async function insertSent(
  tx: Tx,
  ctx: Context,
  { lines, number: given, channel, declaredBy, ...owner }: SentByOthers,
): Promise<{ id: string; number: string }> {
  const draft = await ownDraft(tx, ctx, owner)
  const id = draft?.id ?? randomUUID()
  const kept = draft?.number ?? given
  const number = kept ?? (await declarationNumber(tx, ctx, owner.concernsMonth))
  const sent = { state: 'submitted', number, channel, declaredBy, submittedAt: ctx.now }
  if (draft === undefined) {
    await tx
      .insertInto('declaration')
      .values({ cooperativeId: ctx.cooperativeId, id, ...owner, sequence: 0, ...sent })
      .execute()
  } else {
    await tx
      .updateTable('declaration')
      .set((eb) => ({ ...sent, contractId: owner.contractId, version: eb('version', '+', 1) }))
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', id)
      .execute()
  }
  await recordLines(tx, ctx, { id, ...owner }, lines)
  return { id, number }
}

/** A draft that was sent once and taken back keeps the number it was given. */
async function ownDraft(
  tx: Tx,
  ctx: Context,
  owner: Omit<DeclarationKey, 'id'>,
): Promise<{ id: string; number: string | null } | undefined> {
  const rows = await tx
    .selectFrom('declaration')
    .select(['id', 'state', 'sequence', 'number'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('activityId', '=', owner.activityId)
    .where('personId', '=', owner.personId)
    .where('concernsMonth', '=', owner.concernsMonth)
    .forUpdate()
    .execute()
  if (rows.some((row) => row.state !== 'draft')) {
    throw new ProblemError('declaration-exists', { month: owner.concernsMonth })
  }
  return rows.find((row) => row.sequence === 0)
}

/** Removes a declaration that nobody accepted, with its lines: an import that is taken back. */
export async function deleteDeclaration(tx: Tx, ctx: Context, id: string): Promise<void> {
  for (const table of ['saleLine', 'expenseLine', 'tripLine', 'receipt', 'question'] as const) {
    await tx
      .deleteFrom(table)
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', id)
      .execute()
  }
  await tx
    .deleteFrom('declaration')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', id)
    .where('state', '<>', 'accepted')
    .execute()
}
