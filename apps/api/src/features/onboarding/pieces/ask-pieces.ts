import { randomUUID } from 'node:crypto'
import { isPieceDue, PIECE_PEOPLE, PIECE_STAGES } from '@terreau/domain/pipeline/pieces'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { personExists } from '../../people/index.ts'
import { factsOf, inForce } from '../facts/facts-of.ts'
import { stageOf } from '../stage-of.ts'
import { insertPieceAct } from './write-piece.ts'

/** Asks somebody for pieces: those named, or all that are due. What was asked for already is left alone. */
export const askPieces = mutation<{ personId: string; kindIds: string[] }, { asked: number }>({
  access: 'onboarding.manage',
  async run(tx, ctx, { personId, kindIds }) {
    await personExists(tx, ctx, personId)
    const asked =
      kindIds.length === 0
        ? await askDue(tx, ctx, personId)
        : await ask(tx, ctx, personId, await knownKinds(tx, ctx, kindIds))
    const [first, ...rest] = asked
    const value = { asked: asked.length }
    return first === undefined ? { value, audit: 'unchanged' } : { value, audit: [first, ...rest] }
  },
})

/** Asks for every piece that the stage and the situation of somebody call for; the journal's lines. */
export async function askDue(tx: Tx, ctx: Context, personId: string): Promise<AuditEntry[]> {
  const stage = await stageOf(tx, ctx, personId)
  const facts = inForce(await factsOf(tx, ctx, personId), ctx.today)
  const socialStatus = facts.get('social_status') ?? null
  const kinds = await tx
    .selectFrom('pieceKind')
    .select(['id', 'stage', 'forWhom'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .execute()
  const due = kinds.filter((kind) => {
    const forWhom = PIECE_PEOPLE.find((one) => one === kind.forWhom)
    const at = PIECE_STAGES.find((one) => one === kind.stage)
    if (forWhom === undefined || at === undefined) throw new Error('a kind of piece is unknown')
    return isPieceDue({ stage: at, forWhom }, { stage, socialStatus })
  })
  return ask(
    tx,
    ctx,
    personId,
    due.map((kind) => kind.id),
  )
}

async function ask(
  tx: Tx,
  ctx: Context,
  personId: string,
  kindIds: readonly string[],
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (const kindId of kindIds) {
    const made = await tx
      .insertInto('piece')
      .values({
        cooperativeId: ctx.cooperativeId,
        id: randomUUID(),
        personId,
        kindId,
        state: 'asked',
        askedOn: ctx.today,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) continue
    await insertPieceAct(tx, ctx, made.id, { act: 'ask', doneOn: ctx.today })
    const entity = { kind: 'person', id: personId }
    entries.push({ action: 'piece.asked', entity, after: { pieceId: made.id } })
  }
  return entries
}

async function knownKinds(tx: Tx, ctx: Context, kindIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('pieceKind')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...new Set(kindIds)])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .execute()
  if (rows.length !== new Set(kindIds).size) throw new ProblemError('not-found')
  return rows.map((row) => row.id)
}
