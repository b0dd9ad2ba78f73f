import { isDeepStrictEqual } from 'node:util'
import type { Cents } from '@terreau/domain/money/cents'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { estimateMovement } from './estimate.ts'
import { type Draft, draftToWrite, findDeclaration, latestOrNew } from './own-declaration.ts'
import { type DeclarableMonth, requireMonth } from './own-months.ts'

interface DraftInput {
  month: YearMonth
  activity: string | undefined
  draft: Draft
}

interface SavedDraft {
  version: number
  savedAt: string
  movementCents: Cents | null
}

/**
 * Keeps the answers of a person, complete or not. The same answers sent again change nothing; another
 * device that saved meanwhile is not overwritten.
 */
export const saveDraft = mutation<DraftInput, SavedDraft>({
  access: 'declaration.declare',
  async run(tx, ctx, input) {
    const month = await requireMonth(tx, ctx, { ...input, personId: ownPersonId(ctx) })
    const before = await findBefore(tx, ctx, month)
    if (before !== undefined && isDeepStrictEqual(before.draft, input.draft)) {
      const value = await saved(tx, ctx, { ...before, month, draft: input.draft })
      return { value, audit: 'unchanged' }
    }
    if (before !== undefined && ctx.ifMatch === undefined) {
      throw new ProblemError('version-required')
    }
    if (before !== undefined && ctx.ifMatch !== before.version) {
      throw new ProblemError('version-changed')
    }
    const asked = { month, channel: 'phone' } as const
    const latest = await latestOrNew(tx, ctx, asked)
    const declaration = await draftToWrite(tx, ctx, asked, latest)
    const { version, updatedAt } = await writeDraft(tx, ctx, declaration.id, input.draft)
    const value = await saved(tx, ctx, {
      ...declaration,
      version,
      updatedAt,
      month,
      draft: input.draft,
    })
    const entity = { kind: 'declaration', id: declaration.id }
    return { value, audit: [{ action: 'declaration.drafted', entity, after: { version } }] }
  },
})

/** Writes the typed answers on a draft whose row is locked. */
export async function writeDraft(
  tx: Tx,
  ctx: Context,
  declarationId: string,
  draft: Draft,
): Promise<{ version: number; updatedAt: Date }> {
  return tx
    .updateTable('declaration')
    .set((eb) => ({
      draft: JSON.stringify(toJson(draft)),
      // What was sent is not what it was any more: a return is not undone over new answers.
      returnedLines: null,
      version: eb('version', '+', 1),
      updatedAt: ctx.now,
    }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', declarationId)
    .returning(['version', 'updatedAt'])
    .executeTakeFirstOrThrow()
}

/** The draft another tab or device left, if it is one. */
async function findBefore(tx: Tx, ctx: Context, month: DeclarableMonth) {
  const known = await findDeclaration(tx, ctx.cooperativeId, month, { isLocked: true })
  return known?.state === 'draft' ? known : undefined
}

async function saved(
  tx: Tx,
  ctx: Context,
  row: { id: string; version: number; updatedAt: Date; month: DeclarableMonth; draft: Draft },
): Promise<SavedDraft> {
  return {
    version: row.version,
    savedAt: row.updatedAt.toISOString(),
    movementCents: await estimateMovement(tx, ctx, {
      declarationId: row.id,
      draft: row.draft,
      month: row.month,
    }),
  }
}
