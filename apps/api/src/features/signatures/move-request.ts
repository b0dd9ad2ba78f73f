import { actOnSignature, type SignatureAct } from '@terreau/domain/signatures/life'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuse } from '../../platform/problem-error.ts'
import { lifeOf, type RequestRow } from './request-row.ts'

/** Refuses an act that the life of this request does not allow; writes nothing. */
export function checkAct(request: RequestRow, act: SignatureAct): void {
  const next = actOnSignature(lifeOf(request), act)
  if (!next.ok) refuse(next.refusal)
}

/**
 * Moves a locked request as the domain allows, and returns it as it stands then. `signedFile` is given when
 * the act is the last signature.
 */
export async function moveRequest(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  { act, signedFile }: { act: SignatureAct; signedFile?: { id: string; sha256: Buffer } },
): Promise<RequestRow> {
  const next = actOnSignature(lifeOf(request), act)
  if (!next.ok) refuse(next.refusal)
  const life = next.value
  const parties = request.parties.map((party, index) => ({
    ...party,
    state: life.parties[index] ?? party.state,
  }))
  for (const [index, party] of parties.entries()) {
    const before = request.parties[index]?.state
    if (before !== party.state) await moveParty(tx, ctx, request.id, { ...party, before })
  }
  const endedAt = life.state === 'waiting' ? null : ctx.now
  const change = {
    state: life.state,
    endedAt,
    signedFileId: signedFile?.id ?? null,
    signedSha256: signedFile?.sha256 ?? null,
    version: request.version + 1,
  }
  await tx
    .updateTable('signatureRequest')
    .set(change)
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', request.id)
    .execute()
  return { ...request, ...change, parties }
}

async function moveParty(
  tx: Tx,
  ctx: Context,
  requestId: string,
  party: { position: number; state: string; before: string | undefined },
): Promise<void> {
  const isAskedNow = party.before === 'waiting_turn'
  await tx
    .updateTable('signatureParty')
    .set({ state: party.state, ...(isAskedNow ? { askedAt: ctx.now } : {}) })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', requestId)
    .where('position', '=', party.position)
    .execute()
}
