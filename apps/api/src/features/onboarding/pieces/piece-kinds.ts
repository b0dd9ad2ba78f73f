import { randomUUID } from 'node:crypto'
import { documentKindRules, isDocumentKind } from '@terreau/domain/documents/kinds'
import { PIECE_PEOPLE, PIECE_STAGES, PROPOSED_PIECES } from '@terreau/domain/pipeline/pieces'
import { proposedPieceWords } from '@terreau/i18n/proposed-pieces'
import { type HandlerInput, type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { pieceKindsEndpoints } from '@terreau/protocol/piece-kinds'
import { sql } from 'kysely'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'

const list = pick(pieceKindsEndpoints, 'GET /piece-kinds')
const add = pick(pieceKindsEndpoints, 'POST /piece-kinds')
type Kinds = HandlerOutput<typeof list>
type NewKind = HandlerInput<typeof add>['body']

/** The list of the cooperative, with how many people were asked for each. */
export async function pieceKinds(tx: Tx, ctx: Context): Promise<Kinds> {
  const { rows } = await sql<
    Omit<Kinds[number], 'stage' | 'forWhom'> & { stage: string; forWhom: string }
  >`
    select k.id, k.code, k.label_fr, k.label_en, k.hint_fr, k.hint_en, k.stage, k.for_whom, k.expires, k.position,
           (select count(*)::int from terreau.piece p
             where p.cooperative_id = k.cooperative_id and p.kind_id = k.id) as asked
      from terreau.piece_kind k
     where k.cooperative_id = ${ctx.cooperativeId} and k.retired_at is null
     order by k.position, k.code`.execute(tx)
  return rows.map((row) => ({
    ...row,
    stage: found(PIECE_STAGES.find((stage) => stage === row.stage)),
    forWhom: found(PIECE_PEOPLE.find((people) => people === row.forWhom)),
  }))
}

/** Adds a piece at the end of the list. */
export const addPieceKind = mutation<NewKind, { id: string }>({
  access: 'cooperative.settings',
  async run(tx, ctx, kind) {
    refuseRightToWork(kind.code)
    const id = await insertKind(tx, ctx, kind)
    return { value: { id }, audit: [added(id, kind.code)] }
  },
})

/** Begins an empty list with what cooperatives usually ask for. A list that exists is left alone. */
export const proposePieceKinds = mutation<undefined, { added: number }>({
  access: 'cooperative.settings',
  async run(tx, ctx) {
    const existing = await pieceKinds(tx, ctx)
    const audit: AuditEntry[] = []
    for (const piece of existing.length > 0 ? [] : PROPOSED_PIECES) {
      const words = proposedPieceWords(piece.code)
      audit.push(added(await insertKind(tx, ctx, { ...piece, ...words }), piece.code))
    }
    const [first, ...rest] = audit
    const value = { added: audit.length }
    return first === undefined ? { value, audit: 'unchanged' } : { value, audit: [first, ...rest] }
  },
})

/** Takes a piece off the list. Who was asked for it keeps it in their file. */
export const retirePieceKind = mutation<{ pieceKindId: string }, undefined>({
  access: 'cooperative.settings',
  async run(tx, ctx, { pieceKindId }) {
    const retired = await tx
      .updateTable('pieceKind')
      .set({ retiredAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', pieceKindId)
      .where('retiredAt', 'is', null)
      .returning('code')
      .executeTakeFirst()
    const { code } = found(retired)
    const entity = { kind: 'piece-kind', id: pieceKindId }
    return {
      value: undefined,
      audit: [{ action: 'piece-kind.retired', entity, after: { code } }],
    }
  },
})

/** Permits are looked at by two roles only, with their own checks: they are no piece like another. */
function refuseRightToWork(code: string): void {
  if (!isDocumentKind(code) || documentKindRules(code).look !== 'right-to-work') return
  const errors = [{ pointer: '/body/code', code: 'piece-is-right-to-work' }]
  throw new ProblemError('request-invalid', undefined, errors)
}

/** A kind of piece, at the end of the list, or off it from the first day: nobody is asked for it. */
export async function insertKind(
  tx: Tx,
  ctx: Context,
  kind: NewKind & { retiredAt?: Date },
): Promise<string> {
  const id = randomUUID()
  const last = await tx
    .selectFrom('pieceKind')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .executeTakeFirst()
  await tx
    .insertInto('pieceKind')
    .values({
      cooperativeId: ctx.cooperativeId,
      id,
      ...kind,
      position: (last?.position ?? 0) + 1,
      createdAt: ctx.now,
    })
    .execute()
  return id
}

function added(id: string, code: string): AuditEntry {
  return { action: 'piece-kind.added', entity: { kind: 'piece-kind', id }, after: { code } }
}
