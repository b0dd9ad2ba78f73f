import { type HandlerInput, type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import type { FieldProblem } from '@terreau/protocol/problems'
import { welcomeEndpoints } from '@terreau/protocol/welcome'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { lockPiece, movePiece } from './write-piece.ts'

const endpoint = pick(welcomeEndpoints, 'POST /pieces/:pieceId/verdict')
type Body = HandlerInput<typeof endpoint>['body']

const ACTIONS = {
  accept: 'piece.accepted',
  refuse: 'piece.refused',
  waive: 'piece.waived',
  ask: 'piece.asked',
} as const

/** What staff say of a piece. A refusal says what to do differently; an acceptance, until when it holds. */
export const judgePiece = mutation<Body & { pieceId: string }, HandlerOutput<typeof endpoint>>({
  access: 'onboarding.manage',
  async run(tx, ctx, { pieceId, ...body }) {
    const piece = await lockPiece(tx, ctx, pieceId)
    if (piece.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const { act, words } = body
    await checkVerdict(tx, ctx, piece.kindId, body)
    const refusal = act === 'refuse' ? body.refusal : null
    const expiresOn = act === 'accept' ? body.expiresOn : null
    const { renewalReceivedAt: renewedAt } = piece
    const more =
      act === 'ask'
        ? { askedOn: ctx.today, spokenOn: null }
        : renewedAt === null
          ? {}
          : act === 'accept'
            ? { receivedAt: renewedAt }
            : { expiresOn: piece.expiresOn }
    const value = await movePiece(tx, ctx, piece, {
      act,
      set: { refusal, expiresOn, words, ...more },
      row: { reason: refusal, words, expiresOn },
    })
    const entity = { kind: 'person', id: piece.personId }
    return {
      value,
      audit: [{ action: ACTIONS[act], entity, after: { pieceId, refusal, expiresOn } }],
    }
  },
})

async function checkVerdict(tx: Tx, ctx: Context, kindId: string, body: Body): Promise<void> {
  const errors: FieldProblem[] = []
  if (body.act === 'refuse' && body.refusal === null)
    errors.push({ pointer: '/body/refusal', code: 'reason-missing' })
  if (body.act === 'refuse' && body.refusal === 'other' && body.words === '')
    errors.push({ pointer: '/body/words', code: 'field-required' })
  if (body.act === 'accept') {
    const kind = await tx
      .selectFrom('pieceKind')
      .select('expires')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', kindId)
      .executeTakeFirstOrThrow()
    if (kind.expires && body.expiresOn === null)
      errors.push({ pointer: '/body/expiresOn', code: 'expiry-missing' })
    if (body.expiresOn !== null && body.expiresOn < ctx.today)
      errors.push({ pointer: '/body/expiresOn', code: 'piece-has-expired' })
  }
  if (errors.length > 0) throw new ProblemError('request-invalid', undefined, errors)
}
