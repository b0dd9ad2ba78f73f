import { transition } from '@terreau/domain/declarations/declaration'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import { actorLabel, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { holdMonthOpen, isMonthClosed, postingOf, reverseEntry } from '../ledger/index.ts'
import { hasBankCredit } from './bank/bank-credits.ts'
import { type LockedDeclaration, lockDeclarations, setState } from './lock-declarations.ts'

/** Takes an acceptance back while its month is open: the posting is reversed, never edited. */
export const undoAcceptance = mutation<
  { declarationId: string; version?: number | undefined },
  { declarationId: string }
>({
  access: 'declaration.review',
  async run(tx, ctx, { declarationId, version }) {
    const [declaration] = await lockDeclarations(tx, ctx, [declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    if (version !== undefined && version !== declaration.version) {
      throw new ProblemError('version-changed')
    }
    return { value: { declarationId }, audit: [await undoLocked(tx, ctx, declaration)] }
  },
})

/** The same for a declaration whose row is locked; imports undo theirs with it. */
export async function undoLocked(
  tx: Tx,
  ctx: Context,
  declaration: LockedDeclaration,
): Promise<AuditEntry> {
  const { month } = declaration
  const next = transition(declaration.state, 'undo_accept')
  if (!next.ok) throw new ProblemError('declaration-not-accepted')
  await holdMonthOpen(tx, ctx.cooperativeId, month)
  if (await isMonthClosed(tx, ctx.cooperativeId, month)) {
    throw new ProblemError('declaration-month-closed', { month })
  }
  if (await hasBankCredit(tx, ctx.cooperativeId, declaration.id)) {
    throw new ProblemError('bank-credit-stands')
  }
  const acceptanceId = await standingAcceptanceOf(tx, ctx.cooperativeId, declaration.id)
  await tx
    .insertInto('acceptanceUndo')
    .values({
      cooperativeId: ctx.cooperativeId,
      acceptanceId,
      undoneBy: actorLabel(ctx.actor),
      undoneAt: ctx.now,
    })
    .execute()
  const posting = await postingOf(tx, ctx.cooperativeId, { kind: 'acceptance', id: acceptanceId })
  if (posting !== undefined) {
    const source = { kind: 'acceptance_undo', id: acceptanceId } as const
    await reverseEntry(tx, ctx, posting.id, { month, source })
  }
  await setState(tx, ctx, declaration.id, 'submitted')
  return {
    action: 'declaration.acceptance-undone',
    entity: { kind: 'declaration', id: declaration.id },
    before: { state: 'accepted', acceptanceId },
    after: { state: 'submitted' },
  }
}

async function standingAcceptanceOf(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<string> {
  const row = await tx
    .selectFrom('standingAcceptance')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .executeTakeFirst()
  if (!row?.id) throw new ProblemError('declaration-not-accepted')
  return row.id
}
