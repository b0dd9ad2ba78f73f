import { timingSafeEqual } from 'node:crypto'
import type { Context, HandedScreen } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { shutStreams } from '../../platform/live-events.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'

/** A code of four digits stands as many guesses as a bank card; then one signs in again. */
const MOST_TRIES = 5

/** Confines this session to one signature. Every request from now on is refused but those that sign it. */
export async function handScreenOver(
  tx: Tx,
  ctx: Context,
  { signatureId, position, reason, code }: HandedScreen & { code: string },
): Promise<void> {
  const sessionId = sessionOf(ctx)
  await tx
    .updateTable('session')
    .set({
      handedSignatureId: signatureId,
      handedPosition: position,
      handedReason: reason,
      handedCodeHash: hashOf(ctx, sessionId, code),
      handedTries: 0,
    })
    .where('id', '=', sessionId)
    .execute()
  await shutStreams(tx, { id: sessionId, cooperativeId: ctx.cooperativeId })
}

/** The member of staff has the screen again. A wrong code counts; after five only signing in again helps. */
export const takeScreenBack = mutation<{ code: string }, undefined>({
  access: 'signed-in',
  async run(tx, ctx, { code }) {
    const sessionId = sessionOf(ctx)
    const row = found(
      await tx
        .selectFrom('session')
        .select(['handedSignatureId', 'handedCodeHash', 'handedTries'])
        .where('id', '=', sessionId)
        .forUpdate()
        .executeTakeFirst(),
    )
    const { handedSignatureId: signatureId, handedCodeHash, handedTries } = row
    if (signatureId === null || handedCodeHash === null)
      return { value: undefined, audit: 'unchanged' }
    if (handedTries >= MOST_TRIES) throw new ProblemError('too-many-attempts')
    const isRight = timingSafeEqual(handedCodeHash, hashOf(ctx, sessionId, code.trim()))
    await tx
      .updateTable('session')
      .set(isRight ? HELD : { handedTries: handedTries + 1 })
      .where('id', '=', sessionId)
      .execute()
    return isRight ? takenBack(signatureId) : refused(signatureId)
  },
})

const HELD = {
  handedSignatureId: null,
  handedPosition: null,
  handedReason: null,
  handedCodeHash: null,
  handedTries: 0,
}

function takenBack(signatureId: string): Outcome<undefined> {
  const entity = { kind: 'signature', id: signatureId }
  return { value: undefined, audit: [{ action: 'signature.screen-taken-back', entity }] }
}

function refused(signatureId: string): Outcome<undefined> {
  const entity = { kind: 'signature', id: signatureId }
  const code = 'screen-code-wrong'
  return {
    value: undefined,
    audit: [{ action: 'signature.screen-refused', entity }],
    refusal: new ProblemError(code, undefined, [{ pointer: '/body/code', code }]),
  }
}

function sessionOf(ctx: Context): string {
  if (ctx.actor.kind !== 'person') throw new Error('a screen belongs to a session')
  return ctx.actor.sessionId
}

function hashOf(ctx: Context, sessionId: string, code: string): Buffer {
  return Buffer.from(ctx.services.secrets.sign('screen-code', `${sessionId}:${code}`), 'hex')
}
