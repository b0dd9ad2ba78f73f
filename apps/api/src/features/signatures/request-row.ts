import type { PartyState, RequestState, SignatureLife } from '@terreau/domain/signatures/life'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import type { SignableKind } from '../../platform/signable-kind.ts'

export interface PartyRow {
  position: number
  side: 'person' | 'cooperative'
  personId: string | null
  printedName: string
  state: PartyState
}

export interface RequestRow {
  id: string
  reference: string
  subjectKind: string
  subjectId: string
  title: string
  summary: { fr: string[]; en: string[] }
  fileId: string
  documentSha256: Buffer
  state: RequestState
  openedAt: Date
  expiresOn: string
  endedAt: Date | null
  signedFileId: string | null
  signedSha256: Buffer | null
  version: number
  /** In the order in which they sign. */
  parties: PartyRow[]
}

const summary = z.object({ fr: z.array(z.string()), en: z.array(z.string()) })
const requestState = z.enum(['waiting', 'signed', 'refused', 'expired', 'withdrawn'])
const partyState = z.enum(['waiting_turn', 'asked', 'to_check', 'signed', 'refused'])

/** One request with its parties; 404 in another cooperative. */
export async function requestRow(tx: Tx, ctx: Context, requestId: string): Promise<RequestRow> {
  const row = await tx
    .selectFrom('signatureRequest')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', requestId)
    .executeTakeFirst()
  const parties = await tx
    .selectFrom('signatureParty')
    .select(['position', 'side', 'personId', 'printedName', 'state'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', requestId)
    .orderBy('position')
    .execute()
  return {
    ...found(row),
    state: requestState.parse(row?.state),
    summary: summary.parse(row?.summary),
    parties: parties.map((party) => ({
      ...party,
      side: party.side === 'person' ? 'person' : 'cooperative',
      state: partyState.parse(party.state),
    })),
  }
}

/** The same, alone on it until the end of the transaction: of two acts at once, one comes second. */
export async function lockRequest(tx: Tx, ctx: Context, requestId: string): Promise<RequestRow> {
  const locked = await tx
    .selectFrom('signatureRequest')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
  found(locked)
  return requestRow(tx, ctx, requestId)
}

/** The request of a subject that was opened last, or null when there never was one. */
export async function lastRequestId(
  tx: Tx,
  ctx: Context,
  of: { kind: string; subjectId: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom('signatureRequest')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('subjectKind', '=', of.kind)
    .where('subjectId', '=', of.subjectId)
    .orderBy('openedAt', 'desc')
    .orderBy('reference', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

export function lifeOf(request: RequestRow): SignatureLife {
  return { state: request.state, parties: request.parties.map((party) => party.state) }
}

/** The kind of a request, as the composition of the app lists it. */
export function kindOf(ctx: Context, kind: string): SignableKind {
  const known = ctx.services.signableKinds.find((each) => each.kind === kind)
  if (known === undefined) throw new Error(`${kind} is not a kind that can be signed`)
  return known
}
