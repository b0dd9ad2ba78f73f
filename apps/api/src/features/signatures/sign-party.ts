import { actOnSignature, type SignatureAct } from '@terreau/domain/signatures/life'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Outcome } from '../../platform/mutation.ts'
import { type Effects, joined, NO_EFFECTS } from '../../platform/signable-kind.ts'
import { archiveSigned } from './archive-signed.ts'
import { askParty } from './ask-party.ts'
import { moveRequest } from './move-request.ts'
import { type ActDetails, recordAct } from './record-act.ts'
import { kindOf, lifeOf, type PartyRow, type RequestRow } from './request-row.ts'

/**
 * One party signs: the evidence is written, the next party is asked, and with the last one the signed file
 * is archived and the owner of the document acts, all in one transaction. The caller holds the lock of the
 * request and has checked that it is this party who signs.
 */
export async function signParty(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  signed: { party: PartyRow; act: 'sign' | 'confirm'; details: SigningDetails },
): Promise<Effects> {
  const { party, details } = signed
  const act: SignatureAct = { act: signed.act, party: party.position - 1 }
  await recordAct(tx, ctx, request, 'signed', { position: party.position, ...details })
  const next = actOnSignature(lifeOf(request), act)
  const isLast = next.ok && next.value.state === 'signed'
  const signedFile = isLast ? await archiveSigned(tx, ctx, request) : undefined
  const moved = await moveRequest(tx, ctx, request, {
    act,
    ...(signedFile === undefined ? {} : { signedFile }),
  })
  const own: Effects = {
    audit: [
      {
        action: 'signature.signed',
        entity: { kind: 'signature', id: request.id },
        after: {
          party: party.position,
          side: party.side,
          route: details.route,
          documentSha256: request.documentSha256.toString('hex'),
        },
      },
    ],
    jobs: [],
  }
  const subject = subjectOf(request)
  const kind = kindOf(ctx, request.subjectKind)
  const { side, personId } = party
  if (signedFile === undefined) {
    const told = (await kind.onPartySigned?.(tx, ctx, { ...subject, side, personId })) ?? NO_EFFECTS
    return joined(own, told, await askParty(tx, ctx, moved))
  }
  const told = await kind.onSigned(tx, ctx, { ...subject, signedFileId: signedFile.id })
  return joined(own, signedFile.effects, told)
}

export type SigningDetails = ActDetails & {
  route: NonNullable<ActDetails['route']>
  typedName: string
}

/** A request as the owner of its document knows it. */
export function subjectOf(request: RequestRow) {
  return {
    requestId: request.id,
    subjectId: request.subjectId,
    documentSha256: request.documentSha256.toString('hex'),
  }
}

/** Effects as the outcome of the verb that had them. */
export function outcomeOf({ audit: [first, ...rest], jobs }: Effects): Outcome<undefined> {
  if (first === undefined) throw new Error('an act on a signature leaves a line in the journal')
  return { value: undefined, audit: [first, ...rest], jobs }
}
